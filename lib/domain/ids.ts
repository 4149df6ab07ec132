declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type TenantId = Branded<"TenantId">;
export type SubscriptionId = Branded<"SubscriptionId">;
export type PrincipalId = Branded<"PrincipalId">;
/** A role's GUID, the same in every tenant and cloud for built-in roles. */
export type RoleId = Branded<"RoleId">;
/** A resource path in lower case with a leading slash and no trailing one: ARM compares paths without regard to case. */
export type ArmId = Branded<"ArmId">;

// Looser than RFC 9562 on purpose: Microsoft issues GUIDs whose version digit is 0, Graph's own application id among them.
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const guidAs = <Id extends string>(text: string): Id | undefined => {
  const lower = text.trim().toLowerCase();
  return guid.test(lower) ? (lower as Id) : undefined;
};

/** Each parser lower-cases what it accepts, and gives undefined for what is no GUID. */
export const tenantId = (text: string) => guidAs<TenantId>(text);
export const subscriptionId = (text: string) => guidAs<SubscriptionId>(text);
export const principalId = (text: string) => guidAs<PrincipalId>(text);

/** Accepts a bare GUID (as Lighthouse writes it) and a full path (as RBAC does): the last segment counts. */
export const roleId = (text: string) => guidAs<RoleId>(text.slice(text.lastIndexOf("/") + 1));

export const armId = (text: string): ArmId | undefined => {
  const lower = text.trim().toLowerCase().replace(/\/+$/, "");
  return lower.startsWith("/") ? (lower as ArmId) : undefined;
};
