import { accessOf } from "../e2e/access-of-world";
import { createWorld } from "../emulator/worlds/worlds";
import { linesOf } from "../lib/domain/findings/subject";
import { assess } from "../lib/domain/findings/engine/assess";
import { assessDefinition } from "../lib/domain/findings/engine/assess-definition";
import { prepare, type Assessment } from "../lib/domain/findings/engine/assessment";
import type { AssessmentSources } from "../lib/domain/findings/engine/sources";
import { customersAffected } from "../lib/domain/findings/evidence/affected";
import { evidenceOf, mendingOf } from "../lib/domain/findings/evidence/explain";
import { holdersOf } from "../lib/domain/findings/evidence/holders";
import { fingerprintOf } from "../lib/domain/findings/finding";
import { untoldIn } from "../lib/domain/findings/rows/untold";
import { rules } from "../lib/domain/findings/rules";
import { finish } from "../lib/table/slices";
import { figure } from "./figures";

/*
 * The findings of large worlds, in Node on one thread. The grants are indexed beforehand, as they are when a person opens
 * Findings; everything else is worked out anew for every run, with nothing remembered from an earlier one.
 */
const runs = 7;
const tenantId = "11111111-2222-4333-8444-555555555555";
const now = new Date("2026-11-20T09:00:00Z");
const targets = { l: 400, xl: 1500 } as const;
type Size = keyof typeof targets;

/** Milliseconds of processor time. The collector's and the compiler's own threads count as well, so it is rather too much. */
function timed(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function sourcesOf(size: Size): AssessmentSources {
  const { inventory, directory, roleAssignments } = accessOf(createWorld({ extends: size, tenantId }, { now }));
  return { inventory, directory: { directory }, roleAssignments, now: now.getTime() };
}

/** With the index of grants, and nothing else. Roles are copied, so that what is remembered of them starts anew. */
function ready(sources: AssessmentSources): Assessment {
  const roles = new Map([...sources.inventory.roles].map(([id, role]) => [id, { ...role }]));
  const assessment = prepare({ ...sources, inventory: { ...sources.inventory, roles } });
  void assessment.access;
  return assessment;
}

function times(sources: AssessmentSources, ask: (assessment: Assessment) => unknown): number[] {
  return Array.from({ length: runs }, () => {
    const assessment = ready(sources);
    return timed(() => ask(assessment));
  });
}

function measure(size: Size): void {
  const sources = sourcesOf(size);
  const assessment = ready(sources);
  const { findings, unjudged } = assess(assessment);
  console.log(
    `world ${size}: ${assessment.delegations.length} delegations, ${assessment.definitions.length} definitions, ` +
      `${assessment.access.grants.principals.length} grants, ${rules.length} rules: ` +
      `${findings.length} findings, ${unjudged.length} that cannot be judged`,
  );
  figure("everything assessed", times(sources, assess), "ms", { atMost: targets[size] });

  const lines = assessment.definitions.reduce((best, one) => (linesOf(one).length > linesOf(best).length ? one : best));
  const changed = () => ({ ...lines, authorizations: [...lines.authorizations] });
  figure(
    `one changed definition (${linesOf(lines).length} lines)`,
    Array.from({ length: runs }, () => {
      const definition = changed();
      return timed(() => assessDefinition(definition, assessment));
    }),
    "ms",
    { atMost: 5 },
  );
  figure(
    "fingerprints of all findings",
    times(sources, () => findings.map((finding) => fingerprintOf({ ...finding }))),
    "ms",
  );
  figure(
    "customers of all findings",
    times(sources, (fresh) => findings.map((finding) => customersAffected(finding, fresh))),
    "ms",
  );
  figure(
    "of whom what could not be judged",
    times(sources, (fresh) => finish(untoldIn(unjudged, fresh))),
    "ms",
  );
  const opened = findings.filter((_, at) => at % Math.ceil(findings.length / 60) === 0);
  figure(
    "one finding opened: evidence, holders, fix (sample)",
    opened.map((finding) =>
      timed(() => [evidenceOf(finding, assessment), holdersOf(finding, assessment), mendingOf(finding, assessment)]),
    ),
    "ms",
  );
}

const wanted = process.argv[2]?.split(",") ?? ["l", "xl"];
for (const size of ["l", "xl"] as const) if (wanted.includes(size)) measure(size);
