import { AppWindow, CircleHelp, User, UserX, Users } from "lucide-react";
import { Foreign } from "@/components/ui/foreign";
import { Tag } from "@/components/ui/tag";
import type { Principal } from "@/lib/domain/principal";
import { formatShortId } from "@/lib/format";

const kinds = {
  user: { icon: User, name: "User" },
  group: { icon: Users, name: "Group" },
  servicePrincipal: { icon: AppWindow, name: "Service principal" },
};

type Props = { principal: Principal; label: string | undefined };

/** Who a principal is: found, gone, or not for us to see. The label is what the customer reads and proves nothing. */
export function PrincipalName({ principal, label }: Props) {
  const kind = principal.state === "deleted" || !principal.kind ? undefined : kinds[principal.kind];
  const Icon = principal.state === "deleted" ? UserX : (kind?.icon ?? CircleHelp);
  const isFound = principal.state === "found";
  return (
    <span className="flex min-w-0 items-center gap-1.5" title={principal.id}>
      <Icon aria-hidden size={13} className="shrink-0 text-ink-3" />
      <span className="sr-only">{kind?.name ?? "Principal"} </span>
      {isFound ? (
        <Foreign text={principal.name} className="truncate" />
      ) : label ? (
        <Foreign text={label} className="truncate text-ink-2" />
      ) : (
        <span className="font-mono text-sm">{formatShortId(principal.id)}</span>
      )}
      {principal.state === "deleted" && (
        <Tag tone="critical" title="The managing tenant's directory has no such object any more">
          deleted
        </Tag>
      )}
      {principal.state === "unreadable" && (
        <Tag tone="outline" title="The directory could not be read: whether it still exists is not known">
          not readable
        </Tag>
      )}
    </span>
  );
}
