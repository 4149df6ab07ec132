import type { GivenAway } from "../roles/given-away";
import type { Definition } from "../definition";
import type { Delegation } from "../delegation";
import type { PrincipalId } from "../ids";
import type { Role } from "../role";
import type { Assessment } from "./engine/assessment";
import type { Mending } from "./fixes/authorization-change";
import type { Fact } from "./evidence/evidence";
import type { Hit, Judgement } from "./judgement";
import type { Severity } from "./severity";
import type { AuthorizationLine, Subject } from "./subject";

export type RuleFamily = "SEC" | "EXE" | "ESC" | "JIT" | "PRN" | "DEL" | "PLT";
export type RuleId = `LH-${RuleFamily}-${string}`;

/** Where a rule comes from; without an address where it is our own judgement. */
export type Source = Readonly<{ title: string; href?: string }>;

/** What a rule tells people, on its page and beside each of its findings. */
export type RuleWords = Readonly<{
  id: RuleId;
  /** The gravest that it finds. */
  severity: Severity;
  /** States the fact: "Role can list storage keys, standing". */
  title: string;
  /** What an attacker or a slip could do with it, in one to three sentences. */
  why: string;
  /** How the predicate decides, and what it leaves out. */
  how: string;
  fix: string;
  /** What a customer is told that we will do about it, or is asked to do, where no change of who has what says so. */
  toCustomer?: string;
  sources: readonly Source[];
}>;

/** What explains a finding, worked out when somebody opens it. */
type Explains<About extends Subject> = Readonly<{
  /** The role's operations that make it a finding, for rules about what a role allows. */
  operations?: (role: Role, assessment: Assessment) => readonly GivenAway[];
  /** Further facts, such as a setting and its value. */
  facts?: (subject: About, assessment: Assessment) => readonly Fact[];
  /** What to do about such a finding, where `fix` tells of several kinds. */
  advice?: string;
  /** The offer, or each of several, as it should be; undefined where no change of authorizations mends it. */
  mend?: (subject: About, assessment: Assessment) => Mending;
}>;

/** Why a line is at fault, in a sentence; or why one part of it is, as `"approvers[1]"`, and what stands there. */
export type Reason = Readonly<{ why: string } & ({ part: string; what: string } | { part?: never; what?: never })>;

type Access = Readonly<{
  access: "standing" | "eligible" | "both";
  /** What shows only across definitions, beside the lines that are at fault by themselves. */
  across?: Readonly<{
    find: (assessment: Assessment) => Iterable<Hit>;
    /** Both of findings about something else than a line. */
    facts?: (subject: Subject, assessment: Assessment) => readonly Fact[];
    advice?: string;
  }>;
}>;

/** Found wherever a line has a role with at least one of the operations; answered once for each role. */
export type RoleRule = RuleWords &
  Access &
  Omit<Explains<AuthorizationLine>, "operations"> &
  Readonly<{ on: "role"; operations: (role: Role, assessment: Assessment) => readonly GivenAway[] }>;

/** Asked for each line of each definition that is delegated to us. */
export type AuthorizationRule = RuleWords &
  Access &
  Explains<AuthorizationLine> &
  Readonly<{
    on: "authorization";
    judge: (line: AuthorizationLine, assessment: Assessment) => Judgement;
    /** Where `title` tells of several kinds. */
    reasons?: (line: AuthorizationLine, assessment: Assessment) => readonly Reason[];
  }>;

/** Asked once for each definition; `unattached`: also for those that no delegation uses. */
export type DefinitionRule = RuleWords &
  Explains<Subject> &
  Readonly<{
    on: "definition";
    unattached?: true;
    judge: (definition: Definition, assessment: Assessment) => Iterable<Hit>;
  }>;

export type DelegationRule = RuleWords &
  Explains<Subject> &
  Readonly<{ on: "delegation"; judge: (delegation: Delegation, assessment: Assessment) => Judgement }>;

/** Asked once for whomever offers name, or for all who stand behind those as well. */
export type PrincipalRule = RuleWords &
  Explains<Extract<Subject, { kind: "principal" }>> &
  Readonly<{
    on: "principal";
    of: "holders" | "everybody";
    judge: (principal: PrincipalId, assessment: Assessment) => Judgement;
  }>;

/** Asked once about everything, since what it looks for shows only across definitions. */
export type EstateRule = RuleWords &
  Explains<Subject> &
  Readonly<{ on: "estate"; find: (assessment: Assessment) => Iterable<Hit> }>;

export type Rule = RoleRule | AuthorizationRule | DefinitionRule | DelegationRule | PrincipalRule | EstateRule;
