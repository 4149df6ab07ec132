import { z } from "zod";
import { guid, plan } from "./row-schemas";

const text = z.string();

/** Principals by object id, user principal name or display name; roles by name or id. */
const authorization = z.strictObject({
  principal: text,
  role: text,
  /** What the customer reads; the principal's own name if absent. */
  label: text.optional(),
  /** Only for User Access Administrator: the roles that it may give to managed identities. */
  assignableRoles: z.array(text).optional(),
});

const eligible = z.strictObject({
  principal: text,
  role: text,
  label: text.optional(),
  mfa: z.boolean().optional(),
  /** ISO 8601, e.g. PT4H. */
  longest: text.optional(),
  approvers: z.array(text).optional(),
});

const delegation = z.strictObject({
  offer: text,
  description: text.optional(),
  plan: plan.optional(),
  /** Name of a resource group, or of several that one definition is assigned to; the subscription if absent. */
  scope: z.union([text, z.array(text).min(1)], { error: "expected a name or a list of names" }).optional(),
  state: text.optional(),
  daysAgo: z.number().nonnegative().optional(),
  authorizations: z.array(authorization).optional(),
  eligible: z.array(eligible).optional(),
});

const subscription = z.strictObject({
  name: text.min(1),
  subscriptionId: guid.optional(),
  state: z.enum(["Enabled", "Warned", "PastDue", "Disabled", "Deleted"]).optional(),
  tags: z.record(z.string(), z.string()).optional(),
  location: text.optional(),
  resourceGroups: z.array(text).optional(),
  /** Name or id of the tenant that owns it now, if it has moved since the customer signed. */
  movedTo: text.optional(),
  delegations: z.array(delegation).optional(),
});

/** A customer in short: ids follow from the names. One whose name exists gets more subscriptions. */
export const customer = z.strictObject({
  name: text.min(1),
  tenantId: guid.optional(),
  domain: text.optional(),
  country: text.optional(),
  /** The name that definitions carry: a stale one, or null for none. */
  nameInOffers: text.nullable().optional(),
  subscriptions: z.array(subscription),
});

export type CustomerFile = z.input<typeof customer>;
