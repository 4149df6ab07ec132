import type { AccessIndex } from "@/lib/domain/access/access-index";
import { grantsHeldBy, sourcesOf } from "@/lib/domain/access/grant";
import { principalIn } from "@/lib/domain/access/people";
import type { PrincipalId } from "@/lib/domain/ids";
import { formatForeign, formatShortId } from "@/lib/format";

const known = new WeakMap<AccessIndex, Map<PrincipalId, string>>();

/** A principal in a word: its name; where that cannot be seen, what a customer reads in its place; else its id. */
export function principalText(index: AccessIndex, id: PrincipalId): string {
  let names = known.get(index);
  if (!names) known.set(index, (names = new Map()));
  let name = names.get(id);
  if (name === undefined) names.set(id, (name = textOf(index, id)));
  return name;
}

function textOf(index: AccessIndex, id: PrincipalId): string {
  const principal = principalIn(index, id);
  if (principal.state === "found") return formatForeign(principal.name, 120);
  return formatForeign(labelOf(index, id) ?? formatShortId(id), 120);
}

function labelOf(index: AccessIndex, id: PrincipalId): string | undefined {
  for (const grant of grantsHeldBy(index, id))
    for (const source of sourcesOf(index, grant))
      if (source.kind !== "assigned" && source.authorization.label) return source.authorization.label;
  return undefined;
}
