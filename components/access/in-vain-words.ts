import type { AccessIndex } from "@/lib/domain/access/access-index";
import type { Reach } from "@/lib/domain/access/reach";
import { formatCounted } from "@/lib/format";
import { reasonWords } from "./reason-words";

export type InVainWords = Readonly<{ why: string; what: string }>;

/** Of somebody to whom no grant gives anything, for a reason of its own: why, and what is granted all the same. */
export function inVainWords({ people }: AccessIndex, { principal, held, inVain }: Reach): InVainWords | undefined {
  const reason = people.reasons.get(people.ids.find(principal));
  if (!reason || held.length > 0 || inVain.length === 0) return undefined;
  const [lead, give] = inVain.length === 1 ? ["leads", "gives"] : ["lead", "give"];
  const back = reason.why === "disabled" ? " Enabling the account brings the access back." : "";
  return {
    why: reasonWords(reason),
    what: `${formatCounted(inVain.length, "grant")} ${lead} here and ${give} nothing.${back}`,
  };
}
