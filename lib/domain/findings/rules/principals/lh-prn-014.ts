import { cannotJudge } from "@/lib/domain/findings/judgement";
import type { PrincipalRule } from "@/lib/domain/findings/rule";
import { cited } from "../cited";
import { kindOf } from "@/lib/domain/findings/questions/kind-of";

export const holderWithoutMfa: PrincipalRule = {
  id: "LH-PRN-014",
  severity: "high",
  title: "Person reaches customers without a second factor",
  why: "The customer's Conditional Access does not apply to us: where our own tenant asks for no second factor, a password is enough for the customer's resources.",
  how: "It takes the Conditional Access policies of the managing tenant and the sign-in methods of its people, which are not among what Fresnel reads, so it cannot be judged. Service principals are left out.",
  fix: "Require multifactor authentication for all who manage Azure, with a Conditional Access policy in the managing tenant.",
  sources: [cited.securityPractices],
  on: "principal",
  of: "everybody",
  judge(id, assessment) {
    const { kind } = kindOf(id, assessment);
    if (kind === "servicePrincipal" || kind === "deleted") return undefined;
    return cannotJudge({
      kind: "unread",
      what: "With what our own people sign in",
      fix: "It takes Policy.Read.All and UserAuthenticationMethod.Read.All of Microsoft Graph, which Fresnel does not ask for yet; look into Conditional Access and the registration of sign-in methods in the Microsoft Entra admin center.",
      ...(kind === "user" && { about: id }),
      isNeverRead: true,
    });
  },
};
