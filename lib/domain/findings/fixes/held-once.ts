import type { Authorization, Definition } from "@/lib/domain/definition";
import type { Assessment } from "../engine/assessment";
import { barredFromEligible } from "../questions/eligibility";
import { readerRole } from "../rules/known-roles";
import { linesOf } from "../subject";
import { missingIn, type AuthorizationChange, type Authorizations } from "./authorization-change";
import { readsAll, withReader } from "./with-reader";

type Held = Pick<Authorization, "principal" | "role">;

/**
 * Leaves of what somebody holds both permanently and eligibly, in one of these offers or in two, the eligible line; where
 * nobody can activate that, and of Reader, which has to be permanent, it leaves the permanent one.
 */
export function heldOnce(
  held: Held,
  offers: readonly Definition[],
  assessment: Assessment,
): readonly AuthorizationChange[] {
  const isHeld = (one: Held) => one.principal === held.principal && one.role === held.role;
  const eligible = offers.flatMap(linesOf).find((line) => line.access === "eligible" && isHeld(line.authorization));
  if (!eligible) return [];
  const isIdle = held.role === readerRole || barredFromEligible(eligible, assessment) !== undefined;
  return offers
    .filter((one) => (isIdle ? one.eligibleAuthorizations : one.authorizations).some(isHeld))
    .map((definition) => {
      const { authorizations, eligibleAuthorizations } = definition;
      const others = offers.filter((one) => one !== definition);
      const after = isIdle
        ? { authorizations, eligibleAuthorizations: eligibleAuthorizations.filter((one) => !isHeld(one)) }
        : leavingReader(definition, isHeld, others, assessment);
      return { definition, before: definition, after, missing: missingIn(after) };
    });
}

/** Where the eligible line is in another offer, Reader may stand in that one. */
function leavingReader(
  { authorizations, eligibleAuthorizations }: Definition,
  isHeld: (one: Held) => boolean,
  others: readonly Definition[],
  assessment: Assessment,
): Authorizations {
  const [gone] = authorizations.filter(isHeld);
  const left = authorizations.filter((one) => !isHeld(one));
  const isHolder = ({ principal }: Held) => principal === gone?.principal;
  const isSeenElsewhere =
    !eligibleAuthorizations.some(isHolder) &&
    others.some(
      (one) =>
        gone &&
        readsAll(
          one.authorizations.filter((each) => !isHeld(each)),
          gone.principal,
          assessment,
        ),
    );
  return {
    authorizations: gone && !isSeenElsewhere ? withReader(left, gone, assessment) : left,
    eligibleAuthorizations,
  };
}
