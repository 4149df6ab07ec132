import { buttonLook } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Foreign } from "@/components/ui/foreign";
import { Link } from "@/components/ui/link";
import type { Found } from "@/lib/domain/find";
import { paths } from "@/lib/paths";

const words = {
  absent: [
    "You see no such principal",
    "All that your account may see was read, and no delegation or group in it that leads to a customer names this id.",
  ],
  malformed: [
    "This is no object id",
    "The link is damaged. An object id has 36 characters: 8, 4, 4, 4 and 12, with hyphens.",
  ],
  notSeen: [
    "Not among what could be read",
    "Whether this principal reaches anything is not known: groups or subscriptions could not be read. The chip above tells which subscriptions, and why.",
  ],
} as const;

type Props = {
  found: Exclude<Found<unknown>, { kind: "found" }>;
  /** As the link has it, where the page is not about this one alone. */
  id?: string;
};

/** A link to somebody who is not on the screen: gone only if everything could be seen. */
export function UnknownPrincipal({ found, id }: Props) {
  const [title, why] = words[found.kind];
  return (
    <EmptyState
      title={title}
      actions={
        <Link href={paths.principals} className={buttonLook()}>
          All principals
        </Link>
      }
    >
      {id !== undefined && (
        <p>
          <Foreign text={id} limit={120} className="font-mono text-sm break-all" />
        </p>
      )}
      <p>{why}</p>
    </EmptyState>
  );
}
