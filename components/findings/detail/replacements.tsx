import { useId } from "react";
import { Foreign } from "@/components/ui/foreign";
import { Link } from "@/components/ui/link";
import { OperationName } from "@/components/ui/operation-name";
import { privilegeMark } from "@/components/ui/privilege-mark";
import type { Assessment } from "@/lib/domain/findings/engine/assessment";
import { roleOf } from "@/lib/domain/findings/evidence/affected";
import type { Finding } from "@/lib/domain/findings/finding";
import type { Replacement } from "@/lib/domain/findings/fixes/choices";
import type { Role } from "@/lib/domain/role";
import { delegatedPrivilegeOf } from "@/lib/domain/roles/privilege";
import { formatCount, formatCounted } from "@/lib/format";
import { paths } from "@/lib/paths";

type Props = {
  finding: Finding;
  assessment: Assessment;
  roles: readonly Replacement[];
  chosen: Replacement;
  onChoose: (at: number) => void;
};

/** Roles that could take the place of another, and what goes with it. */
export function Replacements({ finding, assessment, roles, chosen, onChoose }: Props) {
  const name = useId();
  const id = roleOf(finding);
  const before = id && assessment.role(id);
  const all = chosen.kept.length + chosen.lost.length;
  return (
    <div className="pb-2">
      <fieldset>
        <legend className="pb-1">In the place of {before ? <RoleName role={before} /> : "the role"}</legend>
        {roles.map((one, at) => (
          <label key={one.role.id} className="flex min-h-6.5 items-center gap-2 max-sm:min-h-touch">
            <input
              type="radio"
              name={name}
              checked={one === chosen}
              onChange={() => onChoose(at)}
              className="shrink-0 accent-(--color-ink-2)"
            />
            <span className="min-w-0 font-[540] break-words">
              <RoleName role={one.role} />
            </span>
            <span className="ml-auto shrink-0 text-sm text-ink-2">
              keeps {formatCount(one.kept.length)} of {formatCounted(one.kept.length + one.lost.length, "operation")}
            </span>
          </label>
        ))}
      </fieldset>
      <p className="pt-1 text-sm text-ink-2">
        Counted are operations that change something, hand out nothing, and that roles of Azure name.{" "}
        {chosen.added > 0 && `It allows ${formatCount(chosen.added)} more that the other does not. `}
        <Link href={paths.role(chosen.role.id)} className="link">
          Look at the role
        </Link>
      </p>
      {chosen.lost.length > 0 && (
        <details className="pt-1">
          <summary className="text-ink-2 hover:text-ink">
            {formatCount(chosen.lost.length)} of {formatCounted(all, "operation")} lost
          </summary>
          <ul className="max-h-64 overflow-auto [&_li]:py-0.5" tabIndex={0} aria-label="Operations lost">
            {chosen.lost.map((operation) => (
              <li key={operation}>
                <OperationName text={operation} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

const RoleName = ({ role }: { role: Role }) => (
  <>
    {privilegeMark(delegatedPrivilegeOf(role).level)}
    <Foreign text={role.name} />
  </>
);
