import type { Definition } from "@/lib/domain/definition";
import type { Assessment } from "./assessment";
import type { Assessed } from "./assess";
import { planOf } from "./plan";
import { linesOf } from "../subject";
import { createTray, type Tray } from "./tray";

/** What is to be said of one definition by itself, after it changed or before the others were read. */
export function assessDefinition(definition: Definition, assessment: Assessment): Assessed {
  const tray = createTray();
  judgeDefinition(definition, assessment, tray);
  return tray.all();
}

/** A definition that no delegation uses gives nobody anything: its lines are not judged. */
export function judgeDefinition(definition: Definition, assessment: Assessment, tray: Tray): void {
  const plan = planOf(assessment);
  const isAttached = assessment.delegationsOf(definition).length > 0;
  for (const applied of plan.ofDefinitions) {
    const { rule } = applied;
    if (!isAttached && !rule.unattached) continue;
    for (const one of rule.judge(definition, assessment))
      tray.take(applied, one, one.kind === "found" ? one.subject : { kind: "definition", definition });
  }
  if (!isAttached) return;
  for (const line of linesOf(definition)) {
    const { role } = line.authorization;
    const tripped = plan.tripping(role);
    if (tripped) for (const applied of tripped[line.access]) tray.found(applied, line);
    else for (const { rule } of plan.ofRoles[line.access]) tray.cannotJudge(rule, { kind: "unknownRole", about: role });
    for (const applied of plan.ofAuthorizations[line.access]) {
      const answer = applied.rule.judge(line, assessment);
      if (answer) tray.take(applied, answer, line);
    }
  }
}
