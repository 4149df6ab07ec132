import { Moment } from "@/components/ui/ago";
import { Link } from "@/components/ui/link";
import { offerLabel } from "@/components/ui/offer-label";
import { StateTag } from "@/components/ui/state-tag";
import type { AccessIndex } from "@/lib/domain/access/access-index";
import type { Grant, GrantSource } from "@/lib/domain/access/grant";
import { policyWords } from "@/lib/domain/authorization-rows";
import { formatDate, formatShortId } from "@/lib/format";
import { paths } from "@/lib/paths";
import { Who } from "./who";

type Props = { index: AccessIndex; grant: Grant };

/** What a grant rests on: through two delegations on one scope it is one grant with two sources. */
export function GrantSources({ index, grant: { sources } }: Props) {
  return (
    <ul className="grid gap-2 pb-2">
      {sources.map((source, at) => (
        <li key={at}>
          <Source index={index} source={source} />
        </li>
      ))}
    </ul>
  );
}

function Source({ index, source }: { index: AccessIndex; source: GrantSource }) {
  if (source.kind === "assigned") {
    const { id, createdAt } = source.assignment;
    return (
      <>
        <span className="block">
          A role assignment that Azure shows
          {createdAt !== undefined && (
            <>
              , made on <Moment at={createdAt}>{formatDate(createdAt)}</Moment>
            </>
          )}
        </span>
        <code className="block font-mono text-sm break-all text-ink-2">{id}</code>
      </>
    );
  }
  const { delegation } = source;
  const { definition, state, id, name } = delegation;
  return (
    <>
      <span className="flex min-w-0 items-center gap-2">
        <Link href={paths.delegation(id)} className="link min-w-0 truncate">
          {definition
            ? offerLabel({
                name: definition.offer,
                version: definition.plan?.version,
                isMarketplace: definition.plan !== undefined,
              })
            : `Delegation ${formatShortId(name)}`}
        </Link>
        <StateTag state={state} />
      </span>
      {source.kind === "eligible" && (
        <span className="block text-ink-2">
          {policyWords(source.authorization.policy)}
          {!source.authorization.policy.stated && " (Azure's defaults: the offer states no policy)"}
        </span>
      )}
      {source.kind === "eligible" && source.authorization.policy.approvers.length > 0 && (
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1.5 text-ink-2">
          Approved by
          {source.authorization.policy.approvers.map(({ principal, label }) => (
            <Who key={principal} index={index} id={principal} label={label} />
          ))}
        </span>
      )}
    </>
  );
}
