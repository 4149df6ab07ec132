import type { Azure, ServiceName } from "@/lib/azure/client";
import type { Coverage } from "@/lib/domain/coverage";

/** Tells when a service makes us wait for its quota, and when it no longer does, until the returned function is called. */
export const watchThrottling = (
  { listen }: Pick<Azure, "listen">,
  service: ServiceName,
  tell: (wait: Coverage["throttled"]) => void,
): (() => void) =>
  listen((event) => {
    if (event.kind === "throttled" && event.service === service) tell({ until: event.until, waiting: event.waiting });
    else if (event.kind === "resumed" && event.service === service) tell(undefined);
  });
