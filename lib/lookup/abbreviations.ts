import { wordsOf } from "./fold";

/** What people write short or in full, and look for as the other. */
const alike: readonly (readonly string[])[] = [
  ["prod", "production", "prd"],
  ["dev", "development"],
  ["stg", "staging", "stage"],
  ["test", "testing", "tst"],
  ["sbx", "sandbox"],
  ["sub", "subscription"],
  ["rg", "resource group"],
  ["mgmt", "management"],
  ["svc", "service"],
  ["infra", "infrastructure"],
  ["app", "application"],
  ["db", "database"],
  ["admin", "administrator"],
];

const others: ReadonlyMap<string, readonly string[]> = new Map(
  alike.flatMap((words) => words.map((word) => [word, words.filter((other) => other !== word)])),
);

/** How else the words of a folded text are written, each after a space: " production prd" for "sub-contoso-prod". */
export const otherwise = (folded: string): string =>
  wordsOf(folded)
    .flatMap((word) => others.get(word) ?? [])
    .map((other) => ` ${other}`)
    .join("");
