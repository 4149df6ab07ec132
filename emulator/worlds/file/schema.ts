import { z } from "zod";
import { customer } from "./customer-schema";
import { guid, rows } from "./row-schemas";

const settings = z
  .strictObject({
    accessTokenSeconds: z.number().int().positive(),
    exposedHeaders: z.array(z.string()),
    latencyMs: z.number().nonnegative(),
    resourceGraphQuota: z.strictObject({
      queries: z.number().int().positive(),
      windowSeconds: z.number().positive(),
    }),
    armBuckets: z.strictObject({
      reads: z.number().positive(),
      readsPerSecond: z.number().positive(),
      writes: z.number().positive(),
      writesPerSecond: z.number().positive(),
    }),
    graphUnitsPerTenSeconds: z.number().positive(),
    armPageSize: z.number().int().positive(),
    graphPageSize: z.number().int().positive(),
    subscriptionLimit: z.number().int().positive(),
    listsNestedAssignments: z.boolean(),
    expandsAssignments: z.boolean(),
    servesLighthousePim: z.boolean(),
    secondFactor: z.boolean(),
    shortestActivationSeconds: z.number().min(0),
  })
  .partial();

const effect = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("latency"), ms: z.number().nonnegative() }),
  z.strictObject({ kind: z.literal("throttle"), retryAfterSeconds: z.number().nonnegative().optional() }),
  z.strictObject({
    kind: z.literal("status"),
    status: z.number().int().min(200).max(599),
    code: z.string().optional(),
    message: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal("reset") }),
  z.strictObject({ kind: z.literal("hang") }),
  z.strictObject({ kind: z.literal("cut"), afterBytes: z.number().int().nonnegative() }),
  z.strictObject({
    kind: z.literal("body"),
    text: z.string(),
    status: z.number().int().min(200).max(599).optional(),
    contentType: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal("unreadable") }),
  z.strictObject({ kind: z.literal("claimsChallenge"), claims: z.string() }),
]);

const fault = z.strictObject({
  service: z.enum(["login", "arm", "resourceGraph", "graph", "any"]),
  match: z
    .strictObject({
      contains: z.string().optional(),
      method: z.string().optional(),
      /** Id or display name. */
      subscription: z.string().optional(),
      /** Object id, user principal name or display name. */
      persona: z.string().optional(),
    })
    .optional(),
  effect,
  rate: z.number().min(0).max(1).optional(),
  times: z.number().int().positive().optional(),
});

const persona = z.strictObject({
  /** Object id, user principal name or display name of somebody in the world. */
  user: z.string(),
  title: z.string().optional(),
  shows: z.string(),
});

export const worldFile = z.strictObject({
  $schema: z.string().optional(),
  /** What the file builds on. */
  extends: z.enum(["empty", "s", "m", "l", "xl", "xl+"]),
  name: z.string().min(1).optional(),
  tenantId: guid.optional(),
  seed: z.number().int().optional(),
  settings: settings.optional(),
  faults: z.array(fault).optional(),
  /** false: only the faults of this file, none of the world it extends. */
  inheritFaults: z.boolean().optional(),
  redirectUris: z.array(z.string()).optional(),
  consented: z.array(z.string()).optional(),
  personas: z.array(persona).optional(),
  ...rows,
  customers: z.array(customer).optional(),
  /** Ids or names; what lies beneath a subscription, resource group or definition goes with it. */
  remove: z.array(z.string()).optional(),
});

export type WorldFile = z.input<typeof worldFile>;
