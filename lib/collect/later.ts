import { AzureError } from "@/lib/azure/errors";
import type { ServiceName } from "@/lib/azure/events";

/**
 * A module that is fetched when it is needed, so that the first rows need not wait for it. Where that fails, its service
 * counts as out of reach.
 */
export async function later<Module>(service: ServiceName, load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch {
    throw new AzureError({
      kind: "network",
      service,
      message: "The part of Fresnel that reads this could not be fetched.",
      fix: "Check the connection, then read again.",
    });
  }
}
