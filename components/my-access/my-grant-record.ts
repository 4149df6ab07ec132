import { usageOf } from "@/lib/domain/my-access/by-use";
import type { MyGrant } from "@/lib/domain/my-access/my-grant";
import { scopePath } from "@/lib/domain/scope";
import { obstacleOf, principalText, stateText } from "./my-words";

/** The whole of a row for JSON exports. */
export const myGrantRecord = (grant: MyGrant): Record<string, unknown> => ({
  customer: grant.customerName ?? null,
  customerTenantId: grant.customer ?? null,
  scope: scopePath(grant.scope),
  scopeName: grant.scopeName,
  role: grant.role.name ?? null,
  roleId: grant.role.id,
  privilege: grant.level ?? null,
  grant: grant.kind,
  use: usageOf(grant),
  state: stateText(grant),
  activeUntil:
    grant.state.kind === "active" && grant.state.activation.until !== undefined
      ? new Date(grant.state.activation.until).toISOString()
      : null,
  obstacle: obstacleOf(grant) ?? null,
  through: grant.through.map(({ principal, label }) => principalText(principal, label)),
  offers: grant.offers,
  policy: grant.policy
    ? {
        mfa: grant.policy.mfa,
        longest: grant.policy.longest,
        approvers: grant.policy.approvers.map(({ principal, label }) => ({
          id: principal.id,
          name: principalText(principal, label),
        })),
      }
    : null,
});
