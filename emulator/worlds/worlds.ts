import type { World } from "../world";
import { demoWorld } from "./demo/demo";

export type WorldFile = { extends: "s"; tenantId?: string; seed?: number };

export function createWorld(file: WorldFile, { now }: { now: Date }): World {
  return demoWorld({ seed: file.seed ?? 1, tenantId: file.tenantId, now });
}
