"use client";

import { useEffect, useState } from "react";
import { runSliced } from "@/lib/table/slices";

/**
 * What a generator works out of a source, in slices: of a large estate it takes longer than a click may. undefined until it
 * is there for the first time; what was worked out of an earlier source stays until the new one is.
 */
export function useSliced<Source extends object, Result>(
  source: Source | undefined,
  known: WeakMap<Source, Result>,
  work: (source: Source) => Generator<void, Result>,
): Result | undefined {
  const [latest, setLatest] = useState<Result>();
  useEffect(() => {
    if (!source || known.has(source)) return;
    const controller = new AbortController();
    const run = async () => {
      const result = await runSliced(work(source), { signal: controller.signal, urgent: true });
      known.set(source, result);
      setLatest(result);
    };
    run().catch((reason: unknown) => {
      if (!controller.signal.aborted) throw reason;
    });
    return () => controller.abort();
  }, [source, known, work]);
  return (source && known.get(source)) ?? latest;
}
