"use client";

import { SidePanel } from "@/components/ui/side-panel";
import type { Found } from "@/lib/domain/find";

type Props = {
  id: string;
  found: Exclude<Found<unknown>, { kind: "found" }>;
  shown: string;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
  onClose: () => void;
};

const words = {
  absent: [
    "You see no such delegation",
    "All that your account may see was read, and this one is not there. The customer may have removed it, or it gives you nothing.",
  ],
  malformed: [
    "This is no delegation's id",
    "The link is damaged. A delegation is named by the path of its registration assignment.",
  ],
  notSeen: [
    "Not among what could be read",
    "Whether this delegation exists is not known: not every subscription answered. The chip above tells which, and why.",
  ],
  reading: ["Not read yet", "It is not among what was read so far. Reading goes on."],
} as const;

/** A link to a delegation that is not on the screen: gone only if everything could be seen. */
export function UnknownDelegation({ id, found, ...moves }: Props) {
  const [title, why] = words[found.kind === "notSeen" && found.reading ? "reading" : found.kind];
  return (
    <SidePanel {...moves} kicker="Delegation" title={title}>
      <p className="py-3 text-ink-2">{why}</p>
      <code className="font-mono text-sm break-all text-ink-3">
        <bdi>{id.slice(0, 600)}</bdi>
      </code>
    </SidePanel>
  );
}
