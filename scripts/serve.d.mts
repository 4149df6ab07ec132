export type Endpoint = { url: string; reachedAt: string };
export type Description = {
  endpoints: { authority: Endpoint; resourceManager: Endpoint; graph: Endpoint };
  tenantId: string;
  clientId: string;
  personas: { objectId: string; name: string; shows: string }[];
  servicePrincipal: { clientId: string; objectId: string; secret: string };
};
type Running = { ended: Promise<number>; stop(): Promise<void> };

export function freePort(wanted: number): Promise<number>;
export function startEmulator(options?: {
  port?: number;
  world?: string;
  args?: readonly string[];
}): Promise<Running & { description: Description }>;
export function cloudRecord(description: Description): {
  name: string;
  authority: { endpoint: string; reachedAt: string };
  arm: { endpoint: string; reachedAt: string; scope: string };
  graph: { endpoint: string; reachedAt: string; scope: string };
  portal: string;
};
export function environmentFor(description: Description, port: number): Record<string, string>;
export function startApp(options: {
  port: number;
  env: Record<string, string>;
  dev?: boolean;
}): Promise<Running & { url: string }>;
