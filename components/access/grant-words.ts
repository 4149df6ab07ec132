import type { Answer, Reason } from "@/lib/domain/access/answer";
import type { GrantKind } from "@/lib/domain/access/grant";
import type { PrincipalSort } from "@/lib/domain/access/principal-sort";
import { reasonWords, shortReason } from "./reason-words";

export const grantKindNames: Readonly<Record<GrantKind, string>> = {
  standing: "Standing",
  eligible: "Eligible",
  assigned: "Assigned",
};

const sorts: Readonly<Record<PrincipalSort, string>> = {
  user: "User",
  group: "Group",
  servicePrincipal: "Service principal",
  managedIdentity: "Managed identity",
};

export const sortName = (sort: PrincipalSort | undefined): string => (sort ? sorts[sort] : "Unknown kind");

export const givesNames: Readonly<Record<Answer, string>> = {
  yes: "Access",
  no: "Nothing",
  cannotSee: "Cannot see",
};

/** "Nothing: The account is disabled." */
export const givesText = (gives: Answer, reasons: readonly Reason[]): string =>
  reasons.length === 0 ? givesNames[gives] : `${givesNames[gives]}: ${reasons.map(reasonWords).join(" ")}`;

/** "Nothing: disabled" */
export const givesShort = (gives: Answer, reasons: readonly Reason[]): string =>
  reasons.length === 0 ? givesNames[gives] : `${givesNames[gives]}: ${reasons.map(shortReason).join(", ")}`;
