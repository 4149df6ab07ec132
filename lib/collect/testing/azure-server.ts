// The collector fetches these when it needs them, which takes real time, of which the tests' clock knows nothing.
import "@/lib/azure/directory";
import "@/lib/azure/managed-services/client";
import "@/lib/azure/tenant-names";
import "../read-beyond-limit";
import "../read-principals";
import "../read-silent";
import "../read-subscription";
import "../tenant-naming";
import type { Deed, Seen } from "@/lib/azure/testing/scripted";
import type { Estate } from "./estate";

export type Asked =
  | "assignments"
  | "unassigned"
  | "definitions"
  | "subscriptions"
  | "groups"
  | "count"
  | "list"
  | "tenants"
  | "roles"
  | "principals"
  | "batch"
  | "delegationsOf";

/** One request, by what it is about; `skip` tells Resource Graph's pages apart. */
export type Question = Readonly<{
  asked: Asked;
  query: string;
  skip: number;
  top: number;
  subscriptions: readonly string[] | undefined;
  seen: Seen;
}>;

/** Gives an answer in place of the right one, or undefined to let the right one through. */
export type Spoil = (question: Question, right: () => Deed) => Deed | undefined;

/** Azure that answers from an estate, and remembers what it was asked. */
export function azureServer(estate: Estate, spoil: Spoil = () => undefined) {
  const questions: Question[] = [];
  const serve = (seen: Seen): Deed => {
    const question = questionOf(seen);
    questions.push(question);
    const right = () => answer(estate, question);
    return spoil(question, right) ?? right();
  };
  return { serve, questions, times: (kind: Asked) => questions.filter(({ asked }) => asked === kind).length };
}

function questionOf(seen: Seen): Question {
  const path = seen.url.pathname.toLowerCase();
  const rest = { query: "", skip: 0, top: 0, subscriptions: undefined, seen };
  if (path.endsWith("/microsoft.resourcegraph/resources")) return graphQuestion(seen);
  if (path.endsWith("/directoryobjects/getbyids")) return { ...rest, asked: "principals" };
  if (path.endsWith("/$batch")) return { ...rest, asked: "batch" };
  if (path.endsWith("/roledefinitions")) return { ...rest, asked: "roles" };
  if (path.endsWith("/registrationassignments")) return { ...rest, asked: "delegationsOf" };
  if (path === "/tenants") return { ...rest, asked: "tenants" };
  if (path === "/subscriptions") return { ...rest, asked: "list" };
  throw new Error(`Nobody answers ${seen.method} ${seen.url.href}`);
}

function graphQuestion(seen: Seen): Question {
  const { query, options, subscriptions } = seen.body as {
    query: string;
    options: { $skip: number; $top: number };
    subscriptions?: string[];
  };
  return { asked: tableOf(query), query, skip: options.$skip, top: options.$top, subscriptions, seen };
}

function tableOf(query: string): Asked {
  if (query.includes("summarize")) return "count";
  if (query.startsWith("ResourceContainers")) return query.includes("/resourcegroups") ? "groups" : "subscriptions";
  if (query.includes("join")) return "unassigned";
  return query.includes("registrationassignments") ? "assignments" : "definitions";
}

const list = (value: readonly unknown[]): Deed => ({ body: { value } });

function answer(estate: Estate, question: Question): Deed {
  const { asked, seen } = question;
  switch (asked) {
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
    case "principals": {
      const { ids } = seen.body as { ids: string[] };
      return list(estate.principals.filter(({ id }) => ids.includes(String(id))));
    }
    case "batch": {
      const { requests } = seen.body as { requests: { id: string }[] };
      const body = { error: { code: "Request_ResourceNotFound", message: "No such tenant." } };
      return { body: { responses: requests.map(({ id }) => ({ id, status: 404, body })) } };
    }
    case "count":
      return page(
        [
          {
            records: rowsOf(estate, { ...question, query: question.query.replace(/summarize.*/s, "project-away x") })
              .length,
          },
        ],
        question,
      );
    default:
      return tablePage(estate, question);
  }
}

/** A page is written once, however often an estate is read. */
const written = new WeakMap<Estate, Map<string, string>>();

function tablePage(estate: Estate, question: Question): Deed {
  const { query, skip, top, subscriptions } = question;
  const texts = written.get(estate) ?? new Map<string, string>();
  written.set(estate, texts);
  const key = JSON.stringify([query, skip, top, subscriptions]);
  const text = texts.get(key) ?? JSON.stringify(page(rowsOf(estate, question), question).body);
  texts.set(key, text);
  return { text };
}

function page(rows: readonly unknown[], { skip, top }: Question): { body: unknown } {
  const data = rows.slice(skip, skip + top);
  return { body: { totalRecords: rows.length, count: data.length, resultTruncated: "false", facets: [], data } };
}

const definitionOf = ({ properties }: Record<string, unknown>): string =>
  (properties as { registrationDefinitionId: string }).registrationDefinitionId.toLowerCase();

function rowsOf(estate: Estate, { query, subscriptions }: Question): readonly Record<string, unknown>[] {
  const within = <Row extends Record<string, unknown>>(rows: readonly Row[]) =>
    subscriptions ? rows.filter(({ subscriptionId }) => subscriptions.includes(String(subscriptionId))) : rows;
  switch (tableOf(query)) {
    case "assignments":
      return within(estate.assignments);
    case "subscriptions":
      return within(estate.subscriptions).map(({ subscriptionId, displayName, tenantId }) => ({
        id: `/subscriptions/${subscriptionId}`,
        subscriptionId,
        name: displayName,
        tenantId,
        properties: { state: "Enabled" },
      }));
    case "groups":
      return [];
    case "unassigned": {
      const assigned = new Set(estate.assignments.map(definitionOf));
      return within(estate.definitions).filter(({ id }) => !assigned.has(String(id).toLowerCase()));
    }
    default: {
      const named = query.includes("name in~") ? new Set(query.match(/[0-9a-f-]{36}/g)) : undefined;
      return within(estate.definitions).filter(({ name }) => !named || named.has(String(name)));
    }
  }
}
