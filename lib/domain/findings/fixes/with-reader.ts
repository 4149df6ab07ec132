import type { Authorization } from "@/lib/domain/definition";
import type { PrincipalId } from "@/lib/domain/ids";
import type { Assessment } from "../engine/assessment";
import { readerRole } from "../rules/known-roles";
import { includesReader } from "../rules/tiers";
import type { Authorizations } from "./authorization-change";

type Holder = Pick<Authorization, "principal" | "label">;

/** Permanent Reader for somebody, unless a permanent role reads everything for them already. */
export const withReader = (
  standing: readonly Authorization[],
  holder: Holder,
  assessment: Assessment,
): readonly Authorization[] =>
  readsAll(standing, holder.principal, assessment) ? standing : [...standing, readerFor(holder)];

/** Azure wants permanent Reader rights beside an eligible role; without them nobody sees what to activate it on. */
export const withReaderBesideEligible = (
  { authorizations, eligibleAuthorizations }: Authorizations,
  holder: Holder,
  assessment: Assessment,
): Authorizations => ({
  authorizations: eligibleAuthorizations.some(({ principal }) => principal === holder.principal)
    ? withReader(authorizations, holder, assessment)
    : authorizations,
  eligibleAuthorizations,
});

export const readerFor = ({ principal, label }: Holder): Authorization => ({
  principal,
  label,
  role: readerRole,
  delegatedRoles: [],
});

export const readsAll = (
  standing: readonly Authorization[],
  wanted: PrincipalId,
  { role: roleOf }: Pick<Assessment, "role">,
): boolean =>
  standing.some(({ principal, role: id }) => {
    if (principal !== wanted) return false;
    const role = roleOf(id);
    return id === readerRole || (role !== undefined && includesReader(role));
  });
