import type * as words from "./sign-in-problem";
import type { SignInProblem } from "./sign-in-problem";

type Words = typeof words;

const outOfReach: SignInProblem = {
  title: "This site could not be reached",
  what: "Something went wrong with the sign-in, and the words for it could not be fetched.",
  fix: "Check the connection, then sign in again.",
  code: undefined,
};

/** What went wrong, in words that are fetched only now: most people never need them. */
export async function explained(choose: (words: Words) => SignInProblem): Promise<SignInProblem> {
  const known = await import("./sign-in-problem").catch(() => undefined);
  return known ? choose(known) : outOfReach;
}
