import { EyeOff } from "lucide-react";
import { hiddenWords } from "@/components/access/hidden-words";
import { Who } from "@/components/access/who";
import { Banner } from "@/components/ui/banner";
import { Foreign } from "@/components/ui/foreign";
import { Link } from "@/components/ui/link";
import type { AccessIndex } from "@/lib/domain/access/access-index";
import { seesAll, type BlindSpots } from "@/lib/domain/access/blind-spots";
import type { Target } from "@/lib/domain/access/target";
import { formatCounted, formatForeign } from "@/lib/format";
import { paths } from "@/lib/paths";

type Props = { index: AccessIndex; target: Target; blind: BlindSpots };

const code = "font-mono text-sm";

/** What could add to the list and cannot be seen, one by one, with what it would take. Nothing where all was seen. */
export function BlindNote({ index, target, blind }: Props) {
  const { groups, definitions, subscriptions } = blind;
  const unread = index.unreadSubscriptions.length;
  const isSeen = groups.length + definitions.length + subscriptions.length === 0;
  // One delegation is what it is, whatever others there are.
  if (seesAll(blind) || (isSeen && target.kind === "delegation")) return null;
  if (isSeen)
    return (
      <Banner icon={EyeOff}>
        Not every delegation could be read, and none that is missing is known to concern this customer
        {unread > 0 ? `: ${formatCounted(unread, "subscription")} did not answer.` : "."}
      </Banner>
    );
  const words = [
    groups.length > 0 && `the members of ${formatCounted(groups.length, "principal")}`,
    definitions.length > 0 && formatCounted(definitions.length, "registration definition"),
    subscriptions.length > 0 && formatCounted(subscriptions.length, "subscription"),
  ].filter(Boolean);
  return (
    <Banner tone="high" icon={EyeOff}>
      <details>
        <summary>
          <b>There may be more.</b> Not seen: {words.join(", ")}. <span className="link">Show</span>
        </summary>
        <ul className="mt-1 grid max-h-48 gap-1 overflow-auto pb-1 text-ink-2">
          {groups.map((one) => (
            <li key={one.principal}>
              <Who index={index} id={one.principal} /> <Foreign text={hiddenWords(one)} limit={400} />
            </li>
          ))}
          {definitions.map(({ id, scope }) => (
            <li key={id}>
              <Link href={paths.delegation(id)} className="link">
                The delegation of{" "}
                <Foreign
                  text={
                    scope.kind === "resourceGroup"
                      ? scope.resourceGroup
                      : (index.inventory.subscriptions.get(scope.subscription)?.name ?? scope.subscription)
                  }
                />
              </Link>{" "}
              is certain, its definition was not readable. It takes{" "}
              <code className={code}>Microsoft.ManagedServices/registrationDefinitions/read</code>, which Reader
              contains.
            </li>
          ))}
          {subscriptions.map((id) => (
            <li key={id}>
              {formatForeign(index.inventory.subscriptions.get(id)?.name ?? id)} did not answer: whether it is delegated
              is not known. It takes{" "}
              <code className={code}>Microsoft.ManagedServices/registrationAssignments/read</code>, which Reader
              contains.
            </li>
          ))}
        </ul>
      </details>
    </Banner>
  );
}
