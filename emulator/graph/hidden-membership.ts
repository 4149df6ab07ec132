import type { Call } from "../call";
import type { Group } from "../world";
import { entriesById, type Entry } from "./directory";
import { hasAny } from "./permissions";

const isHidden = (call: Call, { visibility }: Group): boolean =>
  visibility === "HiddenMembership" && !hasAny(call, ["Member.Read.Hidden"]);

/** Without `Member.Read.Hidden` Graph leaves groups with hidden membership out, and says nothing of it. */
export const visibleGroups = (call: Call, ids: readonly string[]): Entry[] =>
  entriesById(call.world, ids).filter(({ kind, row }) => kind !== "group" || !isHidden(call, row));

/** Likewise the members of such a group: the list comes empty. */
export const visibleMembers = (call: Call, group: Group, ids: readonly string[]): Entry[] =>
  isHidden(call, group) ? [] : entriesById(call.world, ids);
