import { foreignText } from "@/components/ui/foreign";
import { privilegeMark } from "@/components/ui/privilege-mark";
import { rowIcon } from "@/components/ui/row-icon";
import type { FindingRow } from "@/lib/domain/findings/rows/finding-rows";
import { formatShortId } from "@/lib/format";

// Functions, not components: a table draws dozens in every frame that scrolls.

const sorts = {
  user: "User",
  group: "Group",
  servicePrincipal: "Service principal",
  managedIdentity: "Managed identity",
} as const;

export function principalCell({ principal: who }: FindingRow) {
  if (!who) return null;
  const { principal, name, sort } = who;
  return (
    <>
      {sort ? (
        rowIcon(sort, sorts[sort])
      ) : (
        <span className="mr-1.5 inline-block w-[13px] text-center text-ink-3">?</span>
      )}
      {name === undefined ? (
        <span className="font-mono text-sm">{formatShortId(principal.id)}</span>
      ) : (
        <bdi>{foreignText(name)}</bdi>
      )}
      {principal.state === "deleted" && <span className="ml-1.5 text-sm text-sev-critical-text">deleted</span>}
      {principal.state === "unreadable" && <span className="ml-1.5 text-sm text-ink-3">not readable</span>}
    </>
  );
}

export function roleCell({ role }: FindingRow) {
  if (!role) return null;
  return (
    <>
      {privilegeMark(role.level)}
      {role.name === undefined ? (
        <span className="font-mono text-sm" title="The role's name could not be read">
          {formatShortId(role.id)}
        </span>
      ) : (
        <bdi className="font-stretch-[90%]">{foreignText(role.name)}</bdi>
      )}
    </>
  );
}
