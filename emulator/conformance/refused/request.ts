import type { Description } from "../../admin/description";

/** What a row of the table may use: a running world S, and tokens of people and a program in it. */
export type Stage = {
  description: Description;
  /** Token of the administrator, for ARM and for Graph. */
  arm: string;
  graph: string;
  /** Token of the person who was given nothing. */
  nobody: string;
  /** A Graph token of a world whose app has User.Read only. */
  narrow: string;
  /** One that is delegated as a whole, and not to the person who was given nothing. */
  subscription: string;
  /** A code that the sign-in page gave to the single-page app, with what redeems it. */
  freshCode: () => Promise<Record<string, string>>;
  /** Answers the token request's body; throws if it was refused. */
  redeem: (form: Record<string, string>) => Promise<Record<string, unknown>>;
  /** Makes a world, lets its administrator sign in, and removes it: its tokens speak of a tenant that nobody knows. */
  strangersToken: () => Promise<string>;
};

export type Asked = {
  /** Below the emulator's one address. */
  path: string;
  method?: string;
  /** None at all if null; the administrator's for the service if absent. */
  authorization?: string | null;
  headers?: Record<string, string>;
  /** JSON unless it is text or a form. */
  body?: unknown;
  /** Seconds by which the emulator's clock is ahead. */
  later?: number;
};

export type Refused = {
  title: string;
  ask: (stage: Stage) => Asked | Promise<Asked>;
  status: number;
  /** Codes that the answer must carry, in its error, the error's details, or its description. */
  codes: string[];
};

export const refused = (title: string, ask: Refused["ask"], status: number, ...codes: string[]): Refused => ({
  title,
  ask,
  status,
  codes,
});

/** Sends the request; answers status and every code in the answer, wherever the service writes it. */
export const send = async (stage: Stage, asked: Asked): Promise<{ status: number; codes: string[]; text: string }> => {
  const { path, method, authorization, headers, body } = asked;
  const token = path.startsWith("/v1.0") || path.startsWith("/beta") ? stage.graph : stage.arm;
  const bearer = authorization === undefined ? `Bearer ${token}` : authorization;
  const isRaw = typeof body === "string" || body instanceof URLSearchParams;
  const response = await fetch(new URL(path, stage.description.endpoints.resourceManager.reachedAt), {
    method: method ?? (body === undefined ? "GET" : "POST"),
    redirect: "manual",
    headers: {
      ...(bearer !== null && { Authorization: bearer }),
      ...(body !== undefined && !isRaw && { "Content-Type": "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { body: isRaw ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const location = response.headers.get("location");
  return { status: response.status, text, codes: [...codesIn(text), ...codesAt(location)] };
};

type Failure = { error?: unknown; error_description?: unknown };

/** ARM and Graph write `error.code` with details, sign-in an OAuth error with a number, its pages the number alone. */
const codesIn = (text: string): string[] => {
  const numbers = text.match(/AADSTS\d+/g) ?? [];
  if (!text.startsWith("{")) return numbers;
  const { error } = JSON.parse(text) as Failure;
  if (typeof error === "string") return [error, ...numbers];
  if (typeof error !== "object" || error === null) return numbers;
  const { code, details = [] } = error as { code?: string; details?: { code?: string }[] };
  return [code, ...details.map((detail) => detail.code)].filter((one) => one !== undefined);
};

const codesAt = (location: string | null): string[] => {
  if (!location) return [];
  const { searchParams, hash } = new URL(location);
  const answer = hash ? new URLSearchParams(hash.slice(1)) : searchParams;
  return [answer.get("error") ?? "", ...(answer.get("error_description")?.match(/AADSTS\d+/g) ?? [])];
};
