import type { Blind } from "./blind";
import type { Severity } from "./severity";
import type { Subject } from "./subject";

/** What a rule says of one subject. undefined: there is nothing to say. */
export type Judgement = Found | CannotJudge | undefined;

/** `severity` where it differs from case to case; the rule's own otherwise. */
export type Found = Readonly<{ kind: "found"; severity: Severity | undefined }>;
export type CannotJudge = Readonly<{ kind: "cannotJudge"; because: Blind }>;

/** The same from a rule that chooses its subjects. */
export type Hit = (Found & Readonly<{ subject: Subject }>) | CannotJudge;

const byDefault: Found = { kind: "found", severity: undefined };

export const found = (severity?: Severity): Found => (severity ? { kind: "found", severity } : byDefault);
export const foundIf = (isFound: boolean, severity?: Severity): Judgement => (isFound ? found(severity) : undefined);
export const cannotJudge = (because: Blind): CannotJudge => ({ kind: "cannotJudge", because });
export const hit = (subject: Subject, severity?: Severity): Hit => ({ ...found(severity), subject });
