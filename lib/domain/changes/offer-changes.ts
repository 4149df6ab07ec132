import type { Definition } from "@/lib/domain/definition";
import type { ChangedLine } from "./change";

type Lines = ReadonlyMap<string, Omit<ChangedLine, "was" | "is"> & { access: "standing" | "eligible" }>;

/** Who holds more, less or otherwise by the second offer than by the first. */
export function changedLines(before: Definition, after: Definition): readonly ChangedLine[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const changed: ChangedLine[] = [];
  for (const [key, { access: is, ...line }] of now) {
    const was = old.get(key)?.access;
    if (was !== is) changed.push({ ...line, was, is });
  }
  for (const [key, { access: was, ...line }] of old) if (!now.has(key)) changed.push({ ...line, was, is: undefined });
  return changed;
}

/** What is held day and night is not activated, whatever the offer says beside it. */
function linesOf({ authorizations, eligibleAuthorizations }: Definition): Lines {
  const lines = new Map<string, Omit<ChangedLine, "was" | "is"> & { access: "standing" | "eligible" }>();
  for (const { principal, label, role } of eligibleAuthorizations)
    lines.set(`${principal} ${role}`, { principal, label, role, access: "eligible" });
  for (const { principal, label, role } of authorizations)
    lines.set(`${principal} ${role}`, { principal, label, role, access: "standing" });
  return lines;
}

/** Somebody holds more: what they had not, or day and night what they had to activate. */
export const isWider = ({ was, is }: ChangedLine): boolean =>
  is !== undefined && (was === undefined || (was === "eligible" && is === "standing"));

/** The version before and after, of one plan; undefined where it is the same, or another plan altogether. */
export function versionChange(
  before: Definition,
  after: Definition,
): Readonly<{ from: string; to: string }> | undefined {
  const [old, now] = [before.plan, after.plan];
  if (!old || !now || old.version === now.version) return undefined;
  const isSamePlan = old.publisher === now.publisher && old.product === now.product && old.name === now.name;
  return isSamePlan ? { from: old.version, to: now.version } : undefined;
}
