import { formatCount } from "@/lib/format";

/** Azure hides from us what customers give to their own people, and no list here may look as if it held that. */
export function OwnAssignmentsNote({ assigned }: { assigned: number | undefined }) {
  return (
    <p role="note" className="shrink-0 px-5 py-1.5 text-sm text-ink-2 max-sm:px-4">
      Azure hides the role assignments of customers&apos; own people from the managing tenant: they cannot be listed.{" "}
      {assigned === undefined
        ? "Those that it does show have not been read."
        : assigned === 0
          ? "It shows none in the delegated subscriptions."
          : `The ${formatCount(assigned)} that it shows, for managed identities for example, ${assigned === 1 ? "is" : "are"} marked Assigned.`}
    </p>
  );
}
