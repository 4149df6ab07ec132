"use client";

import type { Reading } from "@/components/coverage/use-inventory";
import { Button, buttonLook } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import type { Found } from "@/lib/domain/find";
import { paths } from "@/lib/paths";

type Props = { found: Exclude<Found<unknown>, { kind: "found" }>; reading: Reading };

const words = {
  absent: [
    "You see no such customer",
    "All that your account may see was read, and no delegation in it belongs to this tenant. If there is one, a colleague with Reader on it sees it.",
  ],
  malformed: [
    "This is no tenant id",
    "The link is damaged. A tenant id has 36 characters: 8, 4, 4, 4 and 12, with hyphens.",
  ],
  notSeen: [
    "Not among what could be read",
    "Whether this customer exists is not known: not every subscription answered. The chip above tells which, and why.",
  ],
} as const;

/** A link to a customer that is not on the screen: not there only if everything could be read. */
export function UnknownCustomer({ found, reading }: Props) {
  const [title, why] = words[found.kind];
  return (
    <EmptyState
      title={title}
      actions={
        <>
          <Link href={paths.customers} className={buttonLook()}>
            All customers
          </Link>
          {found.kind === "notSeen" && (
            <Button variant="quiet" onClick={reading.readAgain}>
              Read again
            </Button>
          )}
        </>
      }
    >
      <p>{why}</p>
    </EmptyState>
  );
}
