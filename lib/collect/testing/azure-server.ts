import { createHttpHeaders, type HttpClient, type PipelineRequest } from "@azure/core-rest-pipeline";
import type { Estate } from "./estate";

export type Asked =
  | "assignments"
  | "definitionIds"
  | "definitions"
  | "subscriptions"
  | "count"
  | "list"
  | "tenants"
  | "roles"
  | "principals"
  | "tenantName"
  | "delegationsOf";

export type Answer = Readonly<{ status: number; headers?: Record<string, string>; body: unknown }> | "cut" | "hang";

/** One request, by what it is about; `skip` tells Resource Graph's pages apart. */
export type Question = Readonly<{
  asked: Asked;
  skip: number;
  url: URL;
  subscriptions: readonly string[] | undefined;
  body: string;
}>;

/** Gives an answer in place of the right one, or undefined to let the right one through. */
export type Spoil = (question: Question, right: () => Answer) => Answer | undefined;

const pageSize = 1000;

/** Azure as an HTTP client that answers from an estate, and remembers what it was asked. */
export function azureServer(estate: Estate, spoil: Spoil = () => undefined) {
  const questions: Question[] = [];

  const httpClient: HttpClient = {
    async sendRequest(request) {
      await Promise.resolve();
      const question = questionOf(request);
      questions.push(question);
      const right = () => answer(estate, question);
      const given = spoil(question, right) ?? right();
      if (given === "hang") return new Promise((_, reject) => stopped(request, reject));
      if (given === "cut") throw new TypeError("terminated");
      return {
        request,
        status: given.status,
        headers: createHttpHeaders({ "content-type": "application/json", ...given.headers }),
        bodyAsText: typeof given.body === "string" ? given.body : JSON.stringify(given.body),
      };
    },
  };
  return { httpClient, questions, asked: (kind: Asked) => questions.filter(({ asked }) => asked === kind).length };
}

const stopped = ({ abortSignal }: PipelineRequest, reject: (reason: unknown) => void) =>
  abortSignal?.addEventListener("abort", () => reject(new DOMException("Stopped", "AbortError")));

function questionOf(request: PipelineRequest): Question {
  const url = new URL(request.url);
  const body = typeof request.body === "string" ? request.body : "";
  const path = url.pathname.toLowerCase();
  const rest = { skip: 0, url, subscriptions: undefined, body };
  if (path.endsWith("/microsoft.resourcegraph/resources")) return graphQuestion(url, body);
  if (path.endsWith("/directoryobjects/getbyids")) return { ...rest, asked: "principals" };
  if (path.includes("findtenantinformation")) return { ...rest, asked: "tenantName" };
  if (path.endsWith("/roledefinitions")) return { ...rest, asked: "roles" };
  if (path.endsWith("/registrationassignments")) return { ...rest, asked: "delegationsOf" };
  if (path === "/tenants") return { ...rest, asked: "tenants" };
  if (path === "/subscriptions") return { ...rest, asked: "list" };
  throw new Error(`Nobody answers ${request.method} ${request.url}`);
}

function graphQuestion(url: URL, body: string): Question {
  const {
    query,
    options = {},
    subscriptions,
  } = JSON.parse(body) as {
    query: string;
    options?: { $skip?: number; $skipToken?: string };
    subscriptions?: string[];
  };
  const skip = options.$skipToken ? Number(options.$skipToken) : (options.$skip ?? 0);
  return { asked: tableOf(query), skip, url, subscriptions, body };
}

function tableOf(query: string): Asked {
  if (query.includes("summarize")) return "count";
  if (query.startsWith("ResourceContainers")) return "subscriptions";
  if (query.includes("registrationassignments")) return "assignments";
  return /project id\b/.test(query) ? "definitionIds" : "definitions";
}

const list = (value: readonly unknown[]): Answer => ({ status: 200, body: { value } });

function answer(estate: Estate, question: Question): Answer {
  switch (question.asked) {
    case "list":
      return list(
        estate.subscriptions.map((row) => ({ id: `/subscriptions/${row.subscriptionId}`, state: "Enabled", ...row })),
      );
    case "tenants":
      return list(estate.tenants);
    case "roles":
      return list(estate.roles);
    case "delegationsOf":
      return list([]);
    case "tenantName":
      return { status: 404, body: { error: { code: "Request_ResourceNotFound", message: "No such tenant." } } };
    case "principals": {
      const { ids } = JSON.parse(question.body) as { ids: string[] };
      return list(estate.principals.filter(({ id }) => ids.includes(String(id))));
    }
    case "count":
      return page([{ records: countedRows(estate, question).length }], 0);
    default:
      return page(tableRows(estate, question), question.skip);
  }
}

function page(rows: readonly unknown[], skip: number): Answer {
  const data = rows.slice(skip, skip + pageSize);
  const next = skip + pageSize < rows.length ? { $skipToken: String(skip + pageSize) } : {};
  const counts = { totalRecords: rows.length, count: data.length, resultTruncated: "false", facets: [] };
  return { status: 200, body: { ...counts, ...next, data } };
}

function tableRows(estate: Estate, { asked, body, subscriptions }: Question): readonly Record<string, unknown>[] {
  const { query } = JSON.parse(body) as { query: string };
  const within = <Row extends Record<string, unknown>>(rows: readonly Row[]) =>
    subscriptions ? rows.filter(({ subscriptionId }) => subscriptions.includes(String(subscriptionId))) : rows;
  if (asked === "assignments") return within(estate.assignments);
  if (asked === "subscriptions")
    return within(estate.subscriptions).map(({ subscriptionId, displayName, tenantId }) => ({
      id: `/subscriptions/${subscriptionId}`,
      subscriptionId,
      name: displayName,
      tenantId,
      properties: { state: "Enabled" },
    }));
  if (asked === "definitionIds") return within(estate.definitions).map(({ id }) => ({ id }));
  const named = query.includes("name in~") ? new Set(query.match(/[0-9a-f-]{36}/g)) : undefined;
  return within(estate.definitions).filter(({ name }) => !named || named.has(String(name)));
}

const countedRows = (estate: Estate, question: Question) => {
  const { query } = JSON.parse(question.body) as { query: string };
  const asked = tableOf(query.replace(/\n\| summarize.*/s, "\n| project-away x"));
  return tableRows(estate, { ...question, asked });
};
