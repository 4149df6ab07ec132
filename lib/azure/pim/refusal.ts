import type { RefusalReason } from "@/lib/domain/activation";
import { AzureError } from "../errors";

type Words = Readonly<{ reason: RefusalReason; what: string; fix: string | undefined }>;

/** The pipeline has had the person sign in, and the fresh token was refused as well. */
const stillAsked: Words = {
  reason: "strongerSignIn",
  what: "Azure asks for a stronger sign-in than the one that you made.",
  fix: "Try again and sign in with a second factor, or activate in the Azure portal, which asks for it by itself.",
};

const unseenScope: Words = {
  reason: "unseenScope",
  what: "Azure takes no request for this scope from you, as you hold no active role that shows it.",
  fix: "Activate the role in PIM in the Azure portal.",
};

/** Codes of PIM, and rules that it names in a message such as `The following policy rules failed: ["ExpirationRule"]`. */
const known: readonly (readonly [RegExp, Words])[] = [
  [
    /ActiveDurationTooShort|minimum required is 5 minutes|within (the first )?(5|five) minutes/i,
    {
      reason: "tooSoon",
      what: "A role stays active for at least five minutes.",
      fix: "Wait until five minutes have passed, then give it back; or ask for a longer time.",
    },
  ],
  [
    /PendingRoleAssignmentRequest|already an existing pending/i,
    {
      reason: "alreadyRequested",
      what: "A request for this role is waiting for a decision.",
      fix: "Ask an approver to decide it, or cancel it and ask again.",
    },
  ],
  [
    /RoleAssignmentExists|assignment already exists/i,
    { reason: "alreadyActive", what: "The role is active already.", fix: undefined },
  ],
  [
    /RoleAssignmentDoesNotExist|assignment does not exist/i,
    { reason: "notActive", what: "The role is not active: it lapsed, or was given back.", fix: undefined },
  ],
  [
    /InvalidRoleAssignmentRequestSchedule/i,
    {
      reason: "duration",
      what: "Azure does not accept the time that was asked for.",
      fix: "Choose another start or duration.",
    },
  ],
  [
    /ExpirationRule|duration/i,
    {
      reason: "duration",
      what: "The policy allows no activation for so long.",
      fix: "Ask for a shorter time; the offer says the longest.",
    },
  ],
  [
    /JustificationRule|justification/i,
    { reason: "justification", what: "A justification is required.", fix: "Say what you need the role for." },
  ],
  [
    /TicketingRule|ticket/i,
    { reason: "ticket", what: "A ticket is required.", fix: "Give the number of the ticket and its system." },
  ],
  [
    /MfaRule|AuthenticationContextRule|AcrsValidationFailed|multi-?factor/i,
    {
      reason: "strongerSignIn",
      what: "The policy asks for a stronger sign-in.",
      fix: "Sign in again with a second factor, then activate again; the Azure portal asks for it by itself.",
    },
  ],
  [
    /EligibilityRule|RoleEligibility\w*(DoesNotExist|NotFound)|not eligible/i,
    {
      reason: "notEligible",
      what: "PIM does not know you as eligible for this role here.",
      fix: "It may take some minutes until a new eligibility is known. Otherwise look in the Azure portal.",
    },
  ],
  [
    /AadPremiumLicenseRequired|licen[cs]e/i,
    {
      reason: "unlicensed",
      what: "Your tenant lacks the licence that activation needs.",
      fix: "Eligible access needs Microsoft Entra ID P2 or Entra ID Governance.",
    },
  ],
  [
    /PolicyValidationFailed|policy rules? failed/i,
    {
      reason: "policy",
      what: "The policy of this role does not allow it.",
      fix: "Look at the role in the Azure portal, which says what it asks for.",
    },
  ],
];

const wordsIn = (text: string): Words | undefined => known.find(([pattern]) => pattern.test(text))?.[1];

const unknownRule = (name: string): Words => ({
  reason: "policy",
  what: `The policy has a rule that this request breaks: ${name}.`,
  fix: "Look at the role in the Azure portal, which says what it asks for.",
});

/** Each rule by the name that PIM lists it by; none where it lists none. */
const brokenRules = (text: string): Words[] =>
  [...(/policy rules? failed:\s*\[([^\]]*)\]/i.exec(text)?.[1] ?? "").matchAll(/\w+/g)].map(
    ([name]) => wordsIn(name) ?? unknownRule(name),
  );

/** All that PIM's answer says, one part for each thing that was wrong. */
function saidBy(error: AzureError): readonly Words[] {
  const { kind, code, message, details } = error;
  if (kind === "signInRequired") return [stillAsked];
  if (kind === "notFound" && /^(Subscription|ResourceGroup)NotFound$/i.test(code ?? "")) return [unseenScope];
  if ((kind !== "rejected" && kind !== "refused") || code === "AuthorizationFailed") return [];
  const said = [code, message, ...details.flatMap((one) => [one.code, one.message])].join(" ");
  // Names of customers' resources must not be taken for PIM's words.
  const ofPim = said.replace(/\/subscriptions\/\S*/gi, "");
  const rules = brokenRules(ofPim);
  const whole = rules.length > 0 ? undefined : wordsIn(ofPim);
  return whole ? [whole] : rules;
}

/** Why PIM refused, as far as its code and words tell; of several reasons, the one that this page cannot help with. */
export function refusalReason(error: AzureError): RefusalReason {
  const reasons = saidBy(error).map(({ reason }) => reason);
  const [first] = reasons;
  if (reasons.includes("strongerSignIn")) return "strongerSignIn";
  return first ?? (error.kind === "refused" ? "forbidden" : "other");
}

/** The same error in words that somebody can act on, with Azure's own behind them. */
export function inWords(error: AzureError): AzureError {
  const said = saidBy(error);
  if (said.length === 0) return error;
  return new AzureError({
    ...error,
    message: sentences(said.map(({ what }) => what)),
    fix: sentences(said.flatMap(({ fix }) => fix ?? [])) || undefined,
    details: [...error.details, { code: error.code ?? "", message: error.message }],
  });
}

const sentences = (parts: readonly string[]): string => [...new Set(parts)].join(" ");
