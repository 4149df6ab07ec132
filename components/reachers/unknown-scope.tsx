import { buttonLook } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import type { Found } from "@/lib/domain/find";
import { paths } from "@/lib/paths";

const words = {
  absent: [
    "You see no such subscription",
    "All that your account may see was read, and neither a delegation nor Azure's list of subscriptions names this one.",
  ],
  malformed: ["This is no subscription and no resource group", undefined],
  notSeen: [
    "Not among what could be read",
    "Whether this subscription is delegated is not known: not every source answered. The chip above tells which, and why.",
  ],
} as const;

type Props = { found: Exclude<Found<unknown>, { kind: "found" }> };

/** A link to a scope in a subscription that is not on any list: not there only if everything could be read. */
export function UnknownScope({ found }: Props) {
  const [title, why] = words[found.kind];
  return (
    <EmptyState
      title={title}
      actions={
        <Link href={paths.delegations} className={buttonLook()}>
          Choose one in Delegations
        </Link>
      }
    >
      <p>
        {why ?? (
          <>
            The address names a scope as Azure does, for example{" "}
            <code className="font-mono text-sm">/subscriptions/00000000-0000-0000-0000-000000000000</code>.
          </>
        )}
      </p>
    </EmptyState>
  );
}
