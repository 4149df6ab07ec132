import { grantMark } from "@/components/ui/grant-mark";
import { foreign, foreignText } from "@/components/ui/foreign";
import { privilegeMark } from "@/components/ui/privilege-mark";
import { rowIcon } from "@/components/ui/row-icon";
import type { GrantKind } from "@/lib/domain/access/grant";
import type { PrincipalSort } from "@/lib/domain/access/principal-sort";
import type { Principal } from "@/lib/domain/principal";
import type { RoleId } from "@/lib/domain/ids";
import { userAccessAdministrator } from "@/lib/domain/roles/delegability";
import { formatShortId } from "@/lib/format";
import { grantKindNames, sortName } from "./grant-words";

// Functions, not components: a table draws dozens in every frame that scrolls.

type Who = Readonly<{
  principal: Principal;
  name: string | undefined;
  sort: PrincipalSort | undefined;
  /** What the row opens. */
  href: string;
}>;

export const sortIcon = (sort: PrincipalSort | undefined) =>
  sort ? (
    rowIcon(sort, sortName(sort))
  ) : (
    <span className="mr-1.5 inline-block w-[13px] text-center text-ink-3">
      <span aria-hidden>?</span>
      <span className="sr-only">{sortName(sort)}</span>
    </span>
  );

/** Who it is, as the row's link; what is gone or cannot be seen says so. */
export const principalCell = ({ principal, name, sort, href }: Who) => (
  <>
    {sortIcon(sort)}
    <a href={href} tabIndex={-1} dir="auto">
      {name === undefined ? (
        <span className="font-mono text-sm">{formatShortId(principal.id)}</span>
      ) : (
        foreignText(name)
      )}
    </a>
    {principal.state === "deleted" && <span className="ml-1.5 text-sm font-[400] text-sev-critical-text">deleted</span>}
    {principal.state === "unreadable" && <span className="ml-1.5 text-sm font-[400] text-ink-3">not readable</span>}
  </>
);

type Place = Readonly<{
  scopeKind: "subscription" | "resourceGroup" | "resource";
  scopeName: string;
  subscription: string;
  subscriptionName: string | undefined;
}>;

/** What is smaller than a subscription is named after it as well: half the customers have an `rg-web`. */
export const scopeText = ({ scopeKind, scopeName, subscription, subscriptionName }: Place): string =>
  scopeKind === "subscription" ? scopeName : `${scopeName} in ${subscriptionName ?? subscription}`;

export const scopeCell = (place: Place) => (
  <>
    {foreignText(place.scopeName)}
    {place.scopeKind !== "subscription" &&
      foreign({
        text: place.subscriptionName ?? place.subscription,
        className: "text-ink-3 before:content-['_in_']",
      })}
  </>
);

type Named = Readonly<{ id: RoleId; name: string | undefined }>;

export const roleText = ({ id, name }: Named): string => name ?? id;

export const roleCell = ({ id, name }: Named, level: number | undefined) => (
  <>
    {privilegeMark(level)}
    {name === undefined ? (
      <span className="font-mono text-sm" title="The role's name could not be read">
        {formatShortId(id)}
      </span>
    ) : (
      foreign({ text: name, className: "font-stretch-[90%]" })
    )}
  </>
);

type Handing = Readonly<{ role: Named; access: GrantKind; delegatedRoles: readonly Named[] }>;

/** What User Access Administrator is good for in an offer, and all that it is good for; "" for every other role. */
export const mayAssign = ({ role, access, delegatedRoles }: Handing): string =>
  role.id !== userAccessAdministrator || access !== "standing"
    ? ""
    : delegatedRoles.length === 0
      ? "may assign nothing: the offer lists no roles"
      : `may assign ${delegatedRoles.map(roleText).join(", ")} to managed identities`;

export const kindCell = (kind: GrantKind) =>
  kind === "assigned" ? (
    <span className="pl-[13px] text-ink-2">{grantKindNames.assigned}</span>
  ) : (
    <>
      {grantMark(kind)}
      {grantKindNames[kind]}
    </>
  );
