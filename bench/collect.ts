import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { scriptAzure } from "../e2e/http/script-azure";
import { fetchClient } from "../lib/azure/pipeline/fetch-client";
import { collect } from "../lib/collect/collect";
import { startEmulator, type Description } from "../scripts/serve.mjs";

/*
 * How long the collector takes in Node, beside the least that the quota allows. The emulator adds the latency to every
 * answer; each run begins with a full quota.
 */
const latencyMs = 80;
const runs = 3;
const quota = { queries: 15, windowMs: 5000 };

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

const heapMb = () => {
  collectGarbage();
  return process.memoryUsage().heapUsed / 2 ** 20;
};
const median = (numbers: readonly number[]) =>
  [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? NaN;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const program = await startEmulator({ world: "s" });
try {
  const worlds = (process.argv[2] ?? "m,l").split(",");
  await once(program.description);
  for (const world of worlds) await measure(world);
} finally {
  await program.stop();
}

async function measure(world: string) {
  const { description } = program;
  const origin = new URL(description.endpoints.resourceManager.reachedAt).origin;
  const answer = await fetch(`${origin}/_emulator/worlds`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ extends: world, tenantId: description.tenantId, settings: { latencyMs } }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  const made = (await answer.json()) as Description;

  const results: Awaited<ReturnType<typeof once>>[] = [];
  for (let run = 0; run < runs; run++) {
    await pause(quota.windowMs + 500);
    results.push(await once(made));
  }
  const [first] = results;
  if (!first) return;
  const least = quota.windowMs * (Math.ceil(first.queries / quota.queries) - 1) + latencyMs;
  const complete = median(results.map(({ completeMs }) => completeMs));
  const rows = first.rows;
  console.log(
    [
      `world ${world}: ${first.delegations} delegations, ${rows} rows`,
      `first rows ${Math.round(median(results.map(({ firstMs }) => firstMs)))} ms`,
      `complete ${Math.round(complete)} ms (the quota's minimum ${least} ms, ratio ${(complete / least).toFixed(2)})`,
      `Resource Graph queries ${first.queries} (at most ${Math.ceil(rows / 1000) + 6}), refused ${median(results.map(({ refused }) => refused))}`,
      `other calls ${first.others}`,
      `longest task ${Math.round(median(results.map(({ longestMs }) => longestMs)))} ms`,
      `inventory ${Math.round(median(results.map(({ heap }) => heap)))} MB`,
      `problems ${first.problems.length}`,
      ...first.problems.slice(0, 5).map((words) => `  ${words.slice(0, 200)}`),
    ].join("\n  "),
  );
}

async function once(description: Description) {
  let [queries, others, refused] = [0, 0, 0];
  const azure = scriptAzure(description, {
    httpClient: {
      async sendRequest(request) {
        const isQuery = request.url.toLowerCase().includes("microsoft.resourcegraph");
        const answer = await fetchClient.sendRequest(request);
        if (answer.status === 429) refused += 1;
        else if (isQuery) queries += 1;
        else others += 1;
        return answer;
      },
    },
  });
  const before = heapMb();
  const lag = watchLag();
  const startedAt = performance.now();
  let firstMs = NaN;
  const inventory = await collect({
    azure,
    onProgress({ delegations }) {
      if (delegations.size > 0 && Number.isNaN(firstMs)) firstMs = performance.now() - startedAt;
    },
  });
  const completeMs = performance.now() - startedAt;
  const longestMs = lag();
  const { sources, problems } = inventory.coverage;
  const rows = (["assignments", "definitions", "subscriptions"] as const).reduce(
    (sum, source) => sum + (sources[source].expected ?? 0),
    0,
  );
  return {
    firstMs,
    completeMs,
    queries,
    others,
    refused,
    longestMs,
    rows,
    heap: heapMb() - before,
    delegations: inventory.delegations.size,
    problems: problems.map(({ what, why }) => `${what}: ${why}`),
  };
}

/** The longest that the event loop was held up, in milliseconds. */
function watchLag(): () => number {
  let [longest, last] = [0, performance.now()];
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 1);
    last = now;
  }, 1);
  return () => {
    clearInterval(timer);
    return longest;
  };
}
