import type { Call } from "../../call";
import type { World } from "../../world";
import { handleResourceGraph } from "../resource-graph";
import { person, testWorld } from "./test-world";

const now = new Date("2026-09-01T08:00:00Z");

type Asked = { world?: World; caller?: string; version?: string; contentType?: string | null; now?: Date };

/** Sends a body as somebody would; Ada in the test world unless told otherwise. */
export async function ask(
  body: unknown,
  {
    world = testWorld(),
    caller = person.ada,
    version = "2022-10-01",
    contentType = "application/json",
    now: at = now,
  }: Asked = {},
) {
  const url = new URL(
    `https://management.fresnel.localhost/providers/Microsoft.ResourceGraph/resources?api-version=${version}`,
  );
  const call: Call = {
    // A byte body has no content type of its own.
    request: new Request(url, {
      method: "POST",
      body: new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body)),
      ...(contentType === null ? {} : { headers: { "Content-Type": contentType } }),
    }),
    url,
    world,
    caller: {
      kind: "user",
      objectId: caller,
      name: "someone@msp.example",
      appId: "99000000-0000-4000-8000-000000000001",
      scopes: ["user_impersonation"],
      amr: [],
    },
    now: at,
    origin: "https://management.fresnel.localhost",
  };
  const response = await handleResourceGraph(call);
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer & Failure };
}

export type Answer = {
  totalRecords: number;
  count: number;
  resultTruncated: string;
  $skipToken?: string;
  facets: unknown[];
  data: { columns: { name: string; type: string }[]; rows: unknown[][] } & Record<string, unknown>[];
};
export type Failure = {
  error: {
    code: string;
    message: string;
    target?: string;
    details?: ({ code: string; message: string } & Record<string, unknown>)[];
  };
};
