import { durationWords } from "@/lib/domain/duration";
import { myAccessInShort } from "@/lib/domain/my-access/in-short";
import type { MyGrant } from "@/lib/domain/my-access/my-grant";
import type { Target } from "@/lib/lookup/entry";
import { scopeOfTarget } from "./target-words";

/** "you: Reader, eligible Contributor 4 h, approver needed"; undefined where the question does not arise. */
export function myWords(target: Target, grants: readonly MyGrant[]): string | undefined {
  const scope = scopeOfTarget(target);
  const at = scope ? { scope } : target.kind === "customer" ? { customer: target.tenant } : undefined;
  if (!at) return undefined;
  const { standing, eligible } = myAccessInShort(grants, at);
  const parts = [...(standing ? [nameOf(standing)] : []), ...(eligible ? [`eligible ${eligibleWords(eligible)}`] : [])];
  return `you: ${parts.join(", ") || "nothing that is known"}`;
}

const nameOf = ({ role, gives }: MyGrant) => `${role.name ?? role.id}${gives === "cannotSee" ? " (not certain)" : ""}`;

function eligibleWords(grant: MyGrant): string {
  const { policy } = grant;
  const longest = policy?.longest[0];
  return [
    [nameOf(grant), ...(longest ? [durationWords(longest)] : [])].join(" "),
    ...(policy?.approvers.length ? ["approver needed"] : []),
  ].join(", ");
}
