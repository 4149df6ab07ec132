import type { Definition } from "@/lib/domain/definition";

export type Authorizations = Pick<Definition, "authorizations" | "eligibleAuthorizations">;

/** A definition's authorizations as they are and as they should be: what a template is written from. */
export type AuthorizationChange = Readonly<{
  definition: Definition;
  before: Authorizations;
  after: Authorizations;
  /** What a person has to add before it deploys. */
  missing: readonly Missing[];
}>;

/** More than one only where all of them together mend what is wrong. */
export type Mending = AuthorizationChange | readonly AuthorizationChange[] | undefined;

/** An offer that lets nobody in is none. */
export const missingIn = ({ authorizations, eligibleAuthorizations }: Authorizations): readonly Missing[] =>
  authorizations.length + eligibleAuthorizations.length === 0 ? ["holder"] : [];

export type Missing = "approvers" | "smallerRole" | "holder" | "group";

/** "Before it deploys, add …" */
export const missingWords: Readonly<Record<Missing, string>> = {
  approvers: "one to ten approvers, best a group of at least two people who do not hold the role themselves",
  smallerRole: "the smallest role that does the work, since it is permanent now",
  group: "the parameter groupObjectId: the object id of a security group, with the person in it",
  holder: "the group that does the work now, since nobody else is in the offer",
};
