import { asJustInTime } from "@/lib/domain/findings/fixes/just-in-time";
import { foundIf } from "@/lib/domain/findings/judgement";
import type { AuthorizationRule } from "@/lib/domain/findings/rule";
import { cited } from "../cited";

export const eligibleWithoutMfa: AuthorizationRule = {
  id: "LH-JIT-003",
  severity: "high",
  title: "Eligible role without multifactor authentication",
  why: "A stolen password or session is enough to activate the role: the step that just-in-time access adds can be taken by whoever took the account.",
  how: "An eligible authorization whose multiFactorAuthProvider is None, or that has no policy at all: Azure's default is None.",
  fix: "Set multiFactorAuthProvider to Azure in the just-in-time policy.",
  sources: [cited.eligibleAuthorizations, cited.armReference],
  on: "authorization",
  access: "eligible",
  judge: (line) => foundIf(line.access === "eligible" && !line.authorization.policy.mfa),
  facts: (line) => [
    {
      label: "multiFactorAuthProvider",
      value: line.access === "eligible" && line.authorization.policy.stated ? "None" : "absent, which means None",
    },
  ],
  mend: asJustInTime,
};
