import type { HiddenMembers } from "@/lib/domain/access/membership-graph";
import { formatCount, formatCounted } from "@/lib/format";

/** Why somebody may stand behind a principal whom we do not see, and what would help. */
export function hiddenWords(hidden: HiddenMembers): string {
  switch (hidden.why) {
    case "unreadable":
      return [`Its members could not be read: ${hidden.said}`, hidden.fix].filter(Boolean).join(" ");
    case "tooLarge":
      return `It is too large to read: ${formatCount(hidden.known)} of ${
        hidden.count === undefined ? "an unknown number of members" : formatCounted(hidden.count, "member")
      } were read.`;
    case "notAsked":
      return "Its members were not read.";
    case "unknownKind":
      return "It was not found in our directory. If it is a group, its members are unknown.";
  }
}
