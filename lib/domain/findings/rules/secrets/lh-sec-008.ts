import type { RoleRule } from "@/lib/domain/findings/rule";
import { isSecret } from "@/lib/domain/roles/catalogue/gives";
import { cited } from "../cited";
import { givenBy, isRead } from "../given";

export const readableSecrets: RoleRule = {
  id: "LH-SEC-008",
  severity: "low",
  title: "Role that only reads sees secrets",
  why: "A few services return keys, or workflows with passwords in them, to whoever may read them, so that a role meant to look around carries some. It is Azure's own fault rather than the offer's, and nearly every reader has it.",
  how: "A permanent authorization whose role allows catalogued operations that end in /read and return a secret, such as the shared keys of a Log Analytics workspace or the definition of a Logic Apps workflow. Switched off by default, since Reader trips it.",
  fix: "Nothing in the offer; the customer can disable local authentication on the services named, and keep passwords of workflows in secured parameters.",
  toCustomer:
    "Nothing in the offer changes it; you can disable local authentication on the services that return keys to readers, and keep passwords of workflows in secured parameters.",
  sources: [cited.azTier],
  on: "role",
  access: "standing",
  operations: (role) => givenBy(role).filter(({ gives, operation }) => isSecret(gives) && isRead(operation)),
};
