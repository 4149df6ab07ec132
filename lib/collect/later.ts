import { AzureError } from "@/lib/azure/errors";
import type { ServiceName } from "@/lib/azure/events";
import { drawn } from "./drawn";

/** How long, in milliseconds, a page that is busy with its first rows may hold up what comes after them. */
const patience = 200;

/**
 * A module that is fetched when it is needed, and after what is there has been drawn, so that the first rows need not wait
 * for it. Where that fails, its service counts as out of reach.
 */
export async function later<Module>(service: ServiceName, load: () => Promise<Module>): Promise<Module> {
  await drawn(patience);
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
