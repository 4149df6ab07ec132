import { Check } from "lucide-react";
import { PrincipalName } from "@/components/access/principal-name";
import { Foreign } from "@/components/ui/foreign";
import { privilegeMark } from "@/components/ui/privilege-mark";
import type { LevelOf } from "@/lib/domain/access/matrix";
import { policyWords, type AuthorizationRow } from "@/lib/domain/authorization-rows";
import { durationWords } from "@/lib/domain/duration";

const head = "h-6 text-left align-bottom text-xs font-[520] text-ink-2 font-narrow";
const cell = "max-w-0 border-t border-line py-1 pr-2.5";

type Role = AuthorizationRow["role"];
type Props = { rows: readonly AuthorizationRow[]; levelOf: LevelOf };

function RoleName({ role: { id, name } }: { role: Role }) {
  return name === undefined ? (
    <span className="font-mono text-sm" title="The role's name could not be read">
      {id}
    </span>
  ) : (
    <Foreign text={name} className="font-stretch-[90%]" />
  );
}

export function StandingTable({ rows, levelOf }: Props) {
  return (
    <table className="w-full table-fixed border-collapse">
      <thead>
        <tr>
          <th className={`${head} w-1/2`}>Principal</th>
          <th className={head}>Role</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ principal, label, role, delegatedRoles }, index) => (
          <tr key={index}>
            <td className={`${cell} align-top`}>
              <PrincipalName principal={principal} label={label} />
              <Label principal={principal} label={label} />
            </td>
            <td className={`${cell} align-top`}>
              {privilegeMark(levelOf(role.id))}
              <RoleName role={role} />
              {delegatedRoles.length > 0 && (
                <div className="mt-0.5 text-sm text-ink-2">
                  May assign to managed identities:
                  <ul className="list-disc pl-4">
                    {delegatedRoles.map((delegated) => (
                      <li key={delegated.id}>
                        <RoleName role={delegated} />
                      </li>
                    ))}
                  </ul>
                </div>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function EligibleTable({ rows, levelOf }: Props) {
  return (
    <table className="w-full table-fixed border-collapse">
      <thead>
        <tr>
          <th className={`${head} w-1/2 sm:w-[34%]`}>Principal</th>
          <th className={head}>Role</th>
          <th className={`${head} w-16 max-sm:hidden`}>Longest</th>
          <th className={`${head} w-12 max-sm:hidden`}>MFA</th>
          <th className={`${head} w-[22%] max-sm:hidden`}>Approvers</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ principal, label, role, policy, approvers }, index) => (
          <tr key={index}>
            <td className={`${cell} align-top`}>
              <PrincipalName principal={principal} label={label} />
              <Label principal={principal} label={label} />
            </td>
            <td className={`${cell} align-top`}>
              {privilegeMark(levelOf(role.id))}
              <RoleName role={role} />
              {policy && <span className="block text-sm text-ink-2 sm:hidden">{policyWords(policy)}</span>}
            </td>
            <td
              className={`${cell} align-top max-sm:hidden`}
              title={policy?.stated ? undefined : "Azure's default: the offer states no policy"}
            >
              {policy && durationWords(policy.longest)}
            </td>
            <td className={`${cell} align-top max-sm:hidden`}>
              {policy?.mfa ? (
                <>
                  <Check aria-hidden size={14} className="mt-0.5 text-ok-text" />
                  <span className="sr-only">demanded</span>
                </>
              ) : (
                <span className="text-stale-text">none</span>
              )}
            </td>
            <td className={`${cell} align-top max-sm:hidden`}>
              {approvers.length === 0 ? (
                <span className="text-stale-text">none</span>
              ) : (
                <ul>
                  {approvers.map((approver) => (
                    <li key={approver.principal.id}>
                      <PrincipalName principal={approver.principal} label={approver.label} />
                    </li>
                  ))}
                </ul>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the customer reads, where it differs from the name. */
function Label({ principal, label }: Pick<AuthorizationRow, "principal" | "label">) {
  if (principal.state !== "found" || !label || label === principal.name) return null;
  return (
    <span className="block truncate pl-[19px] text-sm text-ink-3">
      shown to the customer as <Foreign text={label} />
    </span>
  );
}
