import type { Blind } from "../blind";
import type { Assessment } from "../engine/assessment";
import type { PrincipalId } from "@/lib/domain/ids";
import type { PrincipalKind } from "@/lib/domain/principal";

/** What a principal is, or why that cannot be told. */
export function kindOf(
  id: PrincipalId,
  assessment: Assessment,
): Readonly<{ kind: PrincipalKind | "deleted" } | { kind: undefined; blind: Blind }> {
  const principal = assessment.principal(id);
  if (principal.state === "deleted") return { kind: "deleted" };
  return principal.kind ? { kind: principal.kind } : { kind: undefined, blind: unseen(id, assessment) };
}

/** Why nothing can be said of somebody: nobody was looked up at all, or this one is not shown. */
export const unseen = (id: PrincipalId, { directory }: Pick<Assessment, "directory">): Blind =>
  directory ? { kind: "principal", about: id } : { kind: "directory" };
