import { asJustInTime } from "@/lib/domain/findings/fixes/just-in-time";
import type { RoleRule } from "@/lib/domain/findings/rule";
import { cited } from "../cited";
import { givenOf } from "../given";

export const standingFederation: RoleRule = {
  id: "LH-ESC-002",
  severity: "critical",
  title: "Role opens managed identities to outsiders, standing",
  why: "A federated credential lets a workload anywhere, a repository at GitHub for one, sign in as the customer's managed identity. It is added in one call, shows in no list of keys, and works after every one of our accounts is gone.",
  how: "A permanent authorization whose role allows writing federatedIdentityCredentials of user-assigned identities, by itself or by a wildcard, as Contributor does.",
  fix: "Make the role eligible with approval, or use one without managed identities; the customer can alert on new federated credentials.",
  sources: [cited.privilegedIam, cited.azTier],
  on: "role",
  access: "standing",
  operations: (role) => givenOf(role, (gives) => gives === "federation"),
  mend: asJustInTime,
};
