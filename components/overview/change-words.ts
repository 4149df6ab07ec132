import type { Change, ChangedLine } from "@/lib/domain/changes/change";
import { isWider } from "@/lib/domain/changes/offer-changes";
import type { SubscriptionAnswer } from "@/lib/domain/coverage";
import type { Delegation } from "@/lib/domain/delegation";
import type { SubscriptionId, TenantId } from "@/lib/domain/ids";
import type { Inventory } from "@/lib/domain/inventory";
import { formatCount, formatCounted, formatForeign, formatShortId } from "@/lib/format";
import { paths } from "@/lib/paths";

type Names = Readonly<{ before: Inventory; after: Inventory; customerText: (tenant: TenantId) => string }>;

const answers: Readonly<Record<SubscriptionAnswer, string>> = {
  answered: "answered",
  empty: "answered",
  wholeOnly: "its resource groups could not be read",
  refused: "not permitted",
  throttled: "limited by Azure",
  failed: "failed",
  cut: "incomplete",
  waiting: "no answer",
};

const cut = (text: string) => formatForeign(text, 60);
const andMore = (count: number) => (count > 0 ? ` and ${formatCount(count)} more` : "");

/** What happened, after the customer's name. */
export function changeWords(change: Change, names: Names): string {
  switch (change.kind) {
    case "unanswered": {
      const [first, ...rest] = change.subscriptions;
      return `stopped answering: ${first ? `${subscriptionText(first.id, names)}, ${answers[first.answer]}` : ""}${andMore(rest.length)}`;
    }
    case "answersAgain": {
      const [first, ...rest] = change.subscriptions;
      return `answers again: ${first ? subscriptionText(first, names) : ""}${andMore(rest.length)}`;
    }
    case "customerGone":
      return `is gone, with ${formatCounted(change.delegations, "delegation")}`;
    case "customerCame":
      return `is new, with ${formatCounted(change.delegations, "delegation")}`;
    case "gone":
      return `no longer delegates ${scopesText(change.delegations, names)}`;
    case "came":
      return `delegated ${scopesText(change.delegations, names)}`;
    case "moved":
      return `no longer owns ${subscriptionText(change.subscription, names)}, which moved to ${cut(names.customerText(change.to))}`;
    case "version":
    case "widened":
    case "narrowed": {
      const { offer, version, lines, delegations } = change;
      const what = [version && `version ${cut(version.to)}, was ${cut(version.from)}`, linesText(lines, names)]
        .filter(Boolean)
        .join("; ");
      return `${cut(offer)} on ${formatCounted(delegations.length, "scope")}: ${what}`;
    }
  }
}

/** Where one sees what there is now; undefined where there is nothing any more. */
export function changeHref(change: Change): string | undefined {
  switch (change.kind) {
    case "customerGone":
      return undefined;
    case "moved":
      return paths.customer(change.to);
    case "came":
    case "version":
    case "widened":
    case "narrowed": {
      const [first, ...rest] = change.delegations;
      return first && rest.length === 0
        ? paths.customerDelegation(change.customer, first.id)
        : paths.customer(change.customer);
    }
    default:
      return paths.customer(change.customer);
  }
}

const subscriptionText = (id: SubscriptionId, { before, after }: Names): string =>
  cut((after.subscriptions.get(id) ?? before.subscriptions.get(id))?.name ?? formatShortId(id));

function scopesText(delegations: readonly Delegation[], names: Names): string {
  const [first, ...rest] = delegations;
  if (!first) return "";
  const { scope } = first;
  const name = scope.kind === "resourceGroup" ? cut(scope.resourceGroup) : subscriptionText(scope.subscription, names);
  return `${name}${andMore(rest.length)}`;
}

/** The line that says most: what somebody gained, else what somebody lost. */
function linesText(lines: readonly ChangedLine[], { before, after }: Names): string | undefined {
  const line = lines.find(isWider) ?? lines[0];
  if (!line) return undefined;
  const { principal, label, role, was, is } = line;
  const found = after.principals.get(principal);
  const who = cut(found?.state === "found" ? found.name : (label ?? formatShortId(principal)));
  const roleName = cut((after.roles.get(role) ?? before.roles.get(role))?.name ?? role);
  const happened =
    is === undefined
      ? `${who} lost ${roleName}`
      : was === undefined
        ? `${who} got ${roleName}, ${is}`
        : `${who} holds ${roleName} ${is}, was ${was}`;
  return `${happened}${andMore(lines.length - 1)}`;
}
