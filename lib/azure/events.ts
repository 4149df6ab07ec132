/** Resource Graph is asked at ARM's address, yet it has a quota and a queue of its own. */
export type ServiceName = "arm" | "resourceGraph" | "graph";

export const serviceTitles: Readonly<Record<ServiceName, string>> = {
  arm: "Azure Resource Manager",
  resourceGraph: "Azure Resource Graph",
  graph: "Microsoft Graph",
};

/** What goes on below, for those who show it. Carries no token, no address and no body. */
export type AzureEvent =
  /** Reads of this service wait for its quota until `until` (milliseconds since the epoch); `waiting` are queued. */
  | Readonly<{ kind: "throttled"; service: ServiceName; until: number; waiting: number }>
  | Readonly<{ kind: "resumed"; service: ServiceName }>
  | Readonly<{ kind: "retry"; service: ServiceName; attempt: number; why: string }>
  | Readonly<{ kind: "interactionRequired"; scope: string; claims: string | undefined }>;
