import { durationWords } from "@/lib/domain/duration";
import { myAccessInShort, type InShort } from "@/lib/domain/my-access/in-short";
import type { MyGrant } from "@/lib/domain/my-access/my-grant";
import type { Entry, Target } from "@/lib/lookup/entry";
import { scopeOfTarget } from "./target-words";
import type { MyAccessAt } from "./use-my-access";

/** The strongest that I have at a customer or on a scope; undefined where the question does not arise. */
function mineAt(target: Target, at: MyAccessAt): InShort | undefined {
  if (target.kind === "customer") return myAccessInShort(at(target.tenant), { customer: target.tenant });
  const scope = scopeOfTarget(target);
  return scope && "customer" in target ? myAccessInShort(at(target.customer), { scope }) : undefined;
}

/** The same, worked out once for each answer. */
export function rememberedMine(at: MyAccessAt | undefined): (entry: Entry) => InShort | undefined {
  const known = new WeakMap<Entry, { mine: InShort | undefined }>();
  return (entry) => {
    if (!at) return undefined;
    let one = known.get(entry);
    if (!one) known.set(entry, (one = { mine: mineAt(entry.target, at) }));
    return one.mine;
  };
}

/** "you: Reader, eligible Contributor 4 h, approver needed" */
export const mineWords = (mine: InShort): string => `you: ${accessWords(mine) || "nothing that is known"}`;

/** "Reader, eligible Contributor 4 h, approver needed"; empty where there is neither. */
export const accessWords = ({ standing, eligible }: InShort): string =>
  [...(standing ? [nameOf(standing)] : []), ...(eligible ? [`eligible ${eligibleWords(eligible)}`] : [])].join(", ");

const nameOf = ({ role, gives }: MyGrant) => `${role.name ?? role.id}${gives === "cannotSee" ? " (not certain)" : ""}`;

export function eligibleWords(grant: MyGrant): string {
  const { policy } = grant;
  const longest = policy?.longest[0];
  return [
    [nameOf(grant), ...(longest ? [durationWords(longest)] : [])].join(" "),
    ...(policy?.approvers.length ? ["approver needed"] : []),
  ].join(", ");
}
