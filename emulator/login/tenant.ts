import type { Estate, Realm } from "../estate";
import type { World } from "../world";
import { SignInError } from "./sign-in-error";

export const sharedTenants = ["common", "organizations"];

/**
 * The tenant that a path names. `common` and `organizations` stand for the first world, which is where applications
 * that may use them find the people they look for. Throws a {@link SignInError} if there is none.
 */
export function realmOf(estate: Estate, tenant: string): Realm {
  const realm = sharedTenants.includes(tenant.toLowerCase()) ? estate.default : estate.byName(tenant);
  if (realm) return realm;
  throw new SignInError(
    "invalid_request",
    90002,
    `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
  );
}

/** The name that people know the managing tenant by. */
export const tenantName = (world: World) => world.tenants.get(world.id.toLowerCase())?.displayName ?? world.name;
