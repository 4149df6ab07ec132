import type { Definition } from "@/lib/domain/definition";

export type Authorizations = Pick<Definition, "authorizations" | "eligibleAuthorizations">;

/** A definition's authorizations as they are and as they should be: what a template is written from. */
export type AuthorizationChange = Readonly<{
  definition: Definition;
  before: Authorizations;
  after: Authorizations;
  /** What a person has to add before it deploys: "a group of approvers". */
  missing: readonly string[];
}>;
