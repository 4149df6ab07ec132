import type { Blind } from "../blind";
import type { NotRead } from "@/lib/domain/tenant-facts";

/* What rules ask for that may be missing, with the permission that shows it. */

type Unread = Extract<Blind, { kind: "unread" }>;

export const accountsUnread = (about: string): Unread => ({
  kind: "unread",
  what: "Whether the account is enabled, and whether it is a guest's,",
  fix: "Consent to User.Read.All of Microsoft Graph.",
  about,
});

export const groupTypeUnread = (about: string): Unread => ({
  kind: "unread",
  what: "What type the group is, and by what rule it is filled,",
  fix: "Consent to Group.Read.All of Microsoft Graph.",
  about,
});

export const ownersUnread = (about: string, reason: NotRead | undefined): Unread => ({
  kind: "unread",
  what: "Who owns the group or the application",
  fix: reason?.fix ?? "Consent to GroupMember.Read.All and Application.Read.All of Microsoft Graph.",
  about,
});

export const credentialsUnread = (about: string): Unread => ({
  kind: "unread",
  what: "Which keys and passwords the service principal has",
  fix: "Consent to Application.Read.All of Microsoft Graph.",
  about,
});

export const applicationsUnread = (about: string, reason: NotRead | undefined): Unread => ({
  kind: "unread",
  what: "Whether the id belongs to an application registration",
  fix: reason?.fix ?? "Consent to Application.Read.All of Microsoft Graph.",
  about,
});

export const rootRolesUnread = (reason: NotRead | undefined): Unread => ({
  kind: "unread",
  isOurTenants: true,
  what: "Who holds roles at the root of our own tenant (/)",
  fix: reason?.fix ?? "Ask for Microsoft.Authorization/roleAssignments/read at /, which Monitoring Reader there has.",
});
