import { badRequest } from "../errors";
import { parseFilter, type Condition } from "../filter";
import { queryOf, type ArmCall } from "../route";

/** What a list of PIM's is asked for. */
export type Wanted =
  | { kind: "everything" | "atScope" | "asTarget" | "asRequestor" | "asApprover" }
  | { kind: "principal" | "assignedTo"; id: string };

const calls = {
  atscope: "atScope",
  astarget: "asTarget",
  asrequestor: "asRequestor",
  asapprover: "asApprover",
} as const;

/** Reads the one condition that `$filter` may hold; `taken` are those that this list knows. */
export function wantedOf(call: ArmCall, taken: readonly Wanted["kind"][]): Wanted {
  const text = queryOf(call, "$filter");
  if (text === undefined) return { kind: "everything" };
  const conditions = parseFilter(text);
  const wanted = conditions?.length === 1 && conditions[0] ? wantedBy(conditions[0]) : undefined;
  if (wanted && taken.includes(wanted.kind)) return wanted;
  throw badRequest("InvalidFilter", `The filter '${text}' is not supported.`);
}

function wantedBy(condition: Condition): Wanted | undefined {
  if (condition.kind === "equals") {
    const [id, ...more] = condition.values;
    return condition.name === "principalid" && id !== undefined && more.length === 0
      ? { kind: "principal", id: id.toLowerCase() }
      : undefined;
  }
  const { name, argument } = condition;
  if (name === "assignedto")
    return argument === undefined ? undefined : { kind: "assignedTo", id: argument.toLowerCase() };
  const kind = Object.entries(calls).find(([known]) => known === name)?.[1];
  return kind && argument === undefined ? { kind } : undefined;
}
