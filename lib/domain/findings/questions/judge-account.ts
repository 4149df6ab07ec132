import type { ServicePrincipalFacts, UserFacts } from "@/lib/domain/directory";
import type { Blind } from "../blind";
import type { Assessment } from "../engine/assessment";
import { cannotJudge, type Judgement } from "../judgement";
import type { PrincipalId } from "@/lib/domain/ids";
import { kindOf } from "./kind-of";
import { accountsUnread } from "./unread";

type Account = Readonly<{ user?: UserFacts | undefined; servicePrincipal?: ServicePrincipalFacts | undefined }>;

/**
 * Judges a person's or an application's account. A group is none, but where its members cannot be seen there may be
 * accounts that nobody judged, which is said of the group.
 */
export function judgeAccount(
  id: PrincipalId,
  assessment: Assessment,
  judge: (account: Account, unread: Blind) => Judgement,
): Judgement {
  const { directory } = assessment;
  const { kind, ...held } = kindOf(id, assessment);
  switch (kind) {
    case undefined:
      return "blind" in held ? cannotJudge(held.blind) : undefined;
    case "deleted":
      return undefined;
    case "group":
      if (!directory) return cannotJudge({ kind: "directory" });
      return directory.memberships.get(id)?.state === "read" ? undefined : cannotJudge({ kind: "members", about: id });
    case "user":
      return judge({ user: directory?.users.get(id) }, accountsUnread(id));
    case "servicePrincipal":
      return judge({ servicePrincipal: directory?.servicePrincipals.get(id) }, accountsUnread(id));
  }
}
