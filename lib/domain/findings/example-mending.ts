import type { Definition } from "../definition";
import type { ArmId, PrincipalId } from "../ids";
import { assess } from "./engine/assess";
import { prepare, type Assessment } from "./engine/assessment";
import { fingerprintOf, subjectsOf, type Finding } from "./finding";
import type { AuthorizationChange } from "./fixes/authorization-change";
import { choicesOf } from "./fixes/choices";
import { groupToName } from "./fixes/with-other-holder";

/* For the tests of changes: what becomes of an estate in which one is deployed. */

type Changes = readonly AuthorizationChange[];

/** All changes that are offered for a finding, together those that belong together. */
export const changesOffered = (finding: Finding, assessment: Assessment): readonly Changes[] =>
  choicesOf(finding, assessment).flatMap((choice) =>
    choice.kind === "smaller" ? choice.roles.map(({ change }) => [change]) : [choice.changes],
  );

const blocking: ReadonlySet<string> = new Set(["LH-DEL-007", "LH-JIT-007", "LH-JIT-008", "LH-JIT-009"]);

/**
 * Tells what is wrong with a change: the finding is still there, or something new keeps the offer from being deployed. Where
 * approvers have to be added, it is this group.
 */
export function faultFinder(findings: readonly Finding[], assessment: Assessment, approver: PrincipalId) {
  const known = new Map<string, readonly Finding[]>();
  return (finding: Finding, changes: Changes) => {
    const ids = new Set(changes.map(({ definition }) => definition.id));
    const key = JSON.stringify(changes.map(({ definition, after, missing }) => [definition.id, after, missing]));
    const after =
      known.get(key) ?? assess(changes.reduce((all, change) => deployed(change, all, approver), assessment)).findings;
    known.set(key, after);
    const before = blockersIn(findings, ids);
    const fingerprint = fingerprintOf(finding);
    return {
      remains: after.some((one) => one.rule === finding.rule && fingerprintOf(one) === fingerprint && isIn(one, ids)),
      added: addedTo(before, blockersIn(after, ids)),
    };
  };
}

const isIn = (finding: Finding, ids: ReadonlySet<ArmId>) =>
  subjectsOf(finding).some((subject) => !("definition" in subject) || ids.has(subject.definition.id));

const blockersIn = (findings: readonly Finding[], ids: ReadonlySet<ArmId>): string[] =>
  findings
    .filter((one) => blocking.has(one.rule.id) && isIn(one, ids))
    .map((one) => `${one.rule.id} ${fingerprintOf(one)}`);

/** What keeps a line from being deployed keeps the one in its place, too: that is nothing new. */
function addedTo(before: readonly string[], after: readonly string[]): string[] {
  const gone = before.filter((one) => !after.includes(one)).map(ruleIn);
  return after.filter((one) => {
    const at = before.includes(one) ? undefined : gone.indexOf(ruleIn(one));
    if (at !== undefined && at >= 0) gone.splice(at, 1);
    return at === -1;
  });
}

const ruleIn = (blocker: string) => blocker.slice(0, blocker.indexOf(" "));

/** The estate once a change is deployed, and with it the approvers or the group that a person had to add. */
function deployed(
  { definition, after, missing }: AuthorizationChange,
  assessment: Assessment,
  approver: PrincipalId,
): Assessment {
  const approvers = [{ principal: approver, label: undefined }];
  const isMissing = missing.includes("approvers");
  const known = new Set(definition.eligibleAuthorizations);
  const roles = new Set(after.eligibleAuthorizations.filter((line) => !known.has(line)).map(({ role }) => role));
  const named = <Line extends { principal: PrincipalId }>(line: Line): Line =>
    line.principal === groupToName.principal ? { ...line, principal: approver } : line;
  const changed: Definition = {
    ...definition,
    authorizations: after.authorizations.map(named),
    eligibleAuthorizations: after.eligibleAuthorizations
      .map(named)
      .map((line) => (isMissing && roles.has(line.role) ? { ...line, policy: { ...line.policy, approvers } } : line)),
  };
  const { inventory, directory, rules } = assessment;
  return prepare(
    {
      ...assessment,
      directory: directory && { directory },
      access: undefined,
      inventory: {
        ...inventory,
        definitions: new Map(inventory.definitions).set(changed.id, changed),
        delegations: new Map(
          [...inventory.delegations].map(([id, one]) => [
            id,
            one.definition?.id === changed.id ? { ...one, definition: changed } : one,
          ]),
        ),
      },
    },
    rules.map(({ rule }) => rule),
  );
}
