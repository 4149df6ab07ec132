import type { ArmId, PrincipalId, RoleId, SubscriptionId } from "../ids";

/** Why a rule has no answer for something: what could not be read. */
export type Blind =
  /** Azure's list of roles does not tell what the role allows. */
  | Readonly<{ kind: "unknownRole"; about: RoleId }>
  /** The managing tenant's directory as a whole. */
  | Readonly<{ kind: "directory" }>
  | Readonly<{ kind: "principal"; about: PrincipalId }>
  | Readonly<{ kind: "members"; about: PrincipalId }>
  | Readonly<{ kind: "definition"; about: ArmId }>
  | Readonly<{ kind: "subscription"; about: SubscriptionId }>
  /**
   * Something that is not part of what was read: `what` and `fix` in words, the latter with the permission. `isNeverRead`:
   * no source of ours tells it, so that it sets nobody apart. `isOurTenants`: it concerns no customer.
   */
  | Readonly<{
      kind: "unread";
      what: string;
      fix: string;
      about?: string;
      isNeverRead?: true;
      isOurTenants?: true;
    }>;

/** In words a person can act on. */
export function blindWords(blind: Blind): Readonly<{ why: string; fix: string }> {
  switch (blind.kind) {
    case "unknownRole":
      return {
        why: "Azure did not tell what the role allows.",
        fix: "Read the role definitions again; it takes Microsoft.Authorization/roleDefinitions/read, which Reader has.",
      };
    case "directory":
      return {
        why: "The directory of the managing tenant was not read.",
        fix: "Consent to the permissions Group.Read.All, User.Read.All and Application.Read.All of Microsoft Graph.",
      };
    case "principal":
      return {
        why: "Microsoft Graph does not show the principal, which may exist or not.",
        fix: "Consent to User.Read.All, Group.Read.All or Application.Read.All, whichever its kind needs.",
      };
    case "members":
      return {
        why: "The members of the group, or some of them, cannot be seen.",
        fix: "Consent to GroupMember.Read.All, and to Member.Read.Hidden for groups that hide their members.",
      };
    case "definition":
      return {
        why: "The delegation exists, and its registration definition could not be read.",
        fix: "Ask for Microsoft.ManagedServices/registrationDefinitions/read at the subscription, which Reader has.",
      };
    case "subscription":
      return {
        why: "The subscription did not answer, and may hold delegations that nobody sees.",
        fix: "Read it again, or ask for Reader at the subscription.",
      };
    case "unread":
      return { why: `${blind.what} was not read.`, fix: blind.fix };
  }
}

/** What keeps a rule from an answer in the same way is told once. */
export const blindKey = (blind: Blind): string => (blind.kind === "unread" ? `unread ${blind.what}` : blind.kind);
