import { formatCounted } from "@/lib/format";
import type { MyAccess } from "./use-my-access";

// About equally long, so that rows stay where they are when one comes in place of another.
const hidden = {
  asking: "Azure is being asked for roles that you are eligible for where you hold no standing Reader.",
  listed:
    "Where you hold no standing Reader, roles are listed as far as Azure’s service for activations tells of them.",
  absent:
    "Roles that you are only eligible for, where you hold no standing Reader, show neither here nor in the portal.",
};

/** What this list can never hold, and what it lacks today. */
export function HiddenNote({ my: { reach, roles, isReading } }: { my: MyAccess }) {
  const blind = reach?.blind;
  const missing = blind
    ? [
        blind.definitions.length > 0 &&
          `${formatCounted(blind.definitions.length, "delegation")} whose offer could not be read`,
        blind.subscriptions.length > 0 &&
          `${formatCounted(blind.subscriptions.length, "subscription")} that did not answer`,
      ].filter(Boolean)
    : [];
  return (
    <p className="shrink-0 border-b border-line px-5 py-1.5 text-sm text-ink-2 max-sm:px-4">
      {isReading ? hidden.asking : roles?.unseen ? hidden.listed : hidden.absent} What PIM gives on single resources is
      not listed.
      {missing.length > 0 && ` There may be more: ${missing.join(", and ")}.`}
    </p>
  );
}
