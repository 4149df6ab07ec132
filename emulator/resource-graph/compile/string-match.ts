import { notImplemented } from "../errors";
import type { Syntax } from "../language/syntax";
import { text } from "../values";
import { only, type Scalar } from "./scope";

type Match = (whole: string, part: string) => boolean;

/** `has`, `contains`, `startswith` and their kin. A `!` negates, `_cs` respects case. */
export function stringMatch(syntax: Syntax, compile: (inner: Syntax) => Scalar): Scalar | undefined {
  const operator = syntax.tokens[0]?.text.toLowerCase() ?? "";
  if (operator === "matches regex" || syntax.kind === "MatchesRegexExpression") throw notImplemented("matches regex");
  const positive = operator.replace(/^!/, "").replace(/_cs$/, "");
  const match = matches[positive];
  if (!match || !syntax.kind.match(/^(?:Not)?(?:Has|Contains|StartsWith|EndsWith)/)) return undefined;

  const [left, right] = [only(syntax), only(syntax, 1)];
  const fold = operator.endsWith("_cs") ? (value: string) => value : (value: string) => value.toLowerCase();
  const isWanted = !operator.startsWith("!");
  const whole = compile(left);
  if (right.string !== undefined) {
    const part = fold(right.string);
    return (row, run) => match(fold(text(whole(row, run))), part) === isWanted;
  }
  const part = compile(right);
  return (row, run) => match(fold(text(whole(row, run))), fold(text(part(row, run)))) === isWanted;
}

/** Terms are runs of letters and digits; a term operator wants its needle's ends to be ends of terms. */
function term(startsTerm: boolean, endsTerm: boolean): Match {
  return (whole, part) => {
    if (part === "") return true;
    for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
      const startsWell = !startsTerm || !isWord(part[0]) || !isWord(whole[at - 1]);
      const endsWell = !endsTerm || !isWord(part.at(-1)) || !isWord(whole[at + part.length]);
      if (startsWell && endsWell) return true;
    }
    return false;
  };
}
const isWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);

export const has = term(true, true);

const matches: Partial<Record<string, Match>> = {
  has,
  hasprefix: term(true, false),
  hassuffix: term(false, true),
  contains: (whole, part) => whole.includes(part),
  startswith: (whole, part) => whole.startsWith(part),
  endswith: (whole, part) => whole.endsWith(part),
};
