import { Foreign } from "@/components/ui/foreign";
import { privilegeMark } from "@/components/ui/privilege-mark";
import type { RoleRow } from "@/lib/domain/access/role-rows";
import type { Role } from "@/lib/domain/role";
import { givesWords } from "@/lib/domain/roles/catalogue/gives";
import { givenAway } from "@/lib/domain/roles/given-away";
import {
  delegatedPrivilegeOf,
  privilegeNames,
  privilegeOf,
  privilegeRule,
  type Privilege,
  type PrivilegeLevel,
} from "@/lib/domain/roles/privilege";
import { formatCount } from "@/lib/format";
import { RoleSection } from "./role-section";

const mono = "font-mono text-sm break-all";

/** Whether Lighthouse delegates a role, how far it reaches and why, and what it gives away. */
export function RoleVerdict({ row: { role, standing, eligible } }: { row: RoleRow }) {
  return (
    <>
      <RoleSection title="Delegation through Azure Lighthouse">
        <dl className="grid grid-cols-[80px_minmax(0,1fr)] gap-y-1 pb-1 [&_dt]:text-ink-2">
          <dt>Standing</dt>
          <dd>{standing.words}</dd>
          <dt>Eligible</dt>
          <dd>{eligible.words}</dd>
        </dl>
      </RoleSection>
      {role ? (
        <>
          <Reach role={role} />
          <GivenAway role={role} />
        </>
      ) : (
        <p className="py-2 text-ink-2">
          Grants name this role and Azure did not list it. It may be a custom role of the customer, deleted, or newer
          than the list; what it allows is not known.
        </p>
      )}
    </>
  );
}

const levels: readonly PrivilegeLevel[] = [5, 4, 3, 2, 1];

function Reach({ role }: { role: Role }) {
  const whole = privilegeOf(role);
  const delegated = delegatedPrivilegeOf(role);
  return (
    <RoleSection title="Privilege" note={privilegeNames[whole.level]}>
      <p>{becauseWords(whole)}</p>
      {delegated.level !== whole.level && (
        <p className="text-ink-2">
          Through Azure Lighthouse, which leaves data actions out, it would be {privilegeNames[delegated.level]}.{" "}
          {becauseWords(delegated)}
        </p>
      )}
      <details className="pt-1">
        <summary className="w-fit text-ink-2 hover:text-ink">The rule</summary>
        <ul className="grid gap-1 py-1">
          {levels.map((level) => (
            <li key={level} className={level === whole.level ? "font-[560]" : "text-ink-2"}>
              {privilegeMark(level)}
              {privilegeNames[level]}: {privilegeRule[level]}
            </li>
          ))}
          <li className="text-ink-2">A role has the highest level that applies.</li>
        </ul>
      </details>
    </RoleSection>
  );
}

function becauseWords({ because }: Privilege) {
  if (!because) return "It only reads, or allows nothing at all.";
  const { pattern, operation, gives } = because;
  return (
    <>
      Because <Foreign text={pattern} className={mono} />{" "}
      {pattern.toLowerCase() === operation.toLowerCase() ? (
        "is allowed"
      ) : (
        <>
          allows <Foreign text={operation} className={mono} />
        </>
      )}
      {gives && `, which gives ${givesWords[gives]}`}.
    </>
  );
}

function GivenAway({ role }: { role: Role }) {
  const given = givenAway(role);
  return (
    <RoleSection title="Gives away" note={formatCount(given.length)}>
      {given.length === 0 ? (
        <p className="text-ink-2">
          Nothing that Fresnel&apos;s catalogue knows: no keys, credentials, code or roles. Azure gains operations each
          month.
        </p>
      ) : (
        <details>
          <summary className="w-fit">
            {[...new Set(given.map(({ gives }) => givesWords[gives]))].slice(0, 3).join("; ")}
            {new Set(given.map(({ gives }) => gives)).size > 3 && "; and more"}{" "}
            <span className="link text-ink-2">Show</span>
          </summary>
          <ul className="grid max-h-96 gap-1 overflow-auto py-1">
            {given.map(({ operation, gives, plane, pattern }) => (
              <li key={`${plane} ${operation}`}>
                <span className={mono}>{operation}</span>{" "}
                <span className="text-ink-2">
                  gives {givesWords[gives]}
                  {plane === "data" && ", a data action, which Lighthouse leaves out"}
                  {pattern.toLowerCase() !== operation.toLowerCase() && (
                    <>
                      {" "}
                      (by <Foreign text={pattern} className={mono} />)
                    </>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </RoleSection>
  );
}
