export type TenantFilter = Readonly<{ managedByTenantId: string | readonly string[] }>;
/** `{publisher}.{offer}.{plan}.{version}` */
export type PlanFilter = Readonly<{ planIdentifier: string }>;

/** One segment of a path. Dots alone would be taken as steps through the path. */
export function segment(text: string): string {
  if (text === "" || text === "." || text === "..") throw new TypeError(`No path can contain ${JSON.stringify(text)}.`);
  return encodeURIComponent(text);
}

/** A scope as the beginning of a path: "" for none, otherwise with a slash before it and none after. */
export const scopeBefore = (scope: string): string => {
  const inner = scope.replace(/^\/+|\/+$/g, "");
  return inner === "" ? "" : `/${inner.split("/").map(segment).join("/")}`;
};

export const tenantFilter = ({ managedByTenantId: tenants }: TenantFilter): string =>
  typeof tenants === "string"
    ? `managedByTenantId eq ${quoted(tenants)}`
    : `managedByTenantId in (${tenants.map(quoted).join(", ")})`;

export const planFilter = ({ planIdentifier }: PlanFilter): string => `planIdentifier eq ${quoted(planIdentifier)}`;

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
