import { badRequest, notImplemented } from "./errors";
import { findProperty, type Properties, type Schema } from "./schema";

const searchable = new Set(["displayName", "description", "mail", "userPrincipalName"]);
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** `"displayName:tier"`: every word of the value begins a word of the property. */
export const readSearch = (text: string, among: readonly Schema[]): ((properties: Properties) => boolean) => {
  const clause = /^\s*"([^"]*)"\s*$/.exec(text)?.[1];
  if (clause === undefined) {
    if (/"\s+(AND|OR)\s+"/.test(text)) throw notImplemented("$search with several clauses");
    throw badRequest(`Syntax error in $search: '${text}'. A clause is written "property:value", in quotation marks.`);
  }
  const [name, value] = clause.split(/:(.*)/s);
  if (name === undefined || value === undefined)
    throw badRequest(`Syntax error in $search: '${text}'. A clause is written "property:value", in quotation marks.`);
  const property = findProperty(name, among, "$search");
  if (!searchable.has(property)) throw badRequest(`Property '${property}' is not searchable.`);
  const wanted = wordsOf(value);
  return (properties) => {
    const text = properties[property];
    if (typeof text !== "string") return false;
    const words = wordsOf(text);
    return wanted.every((part) => words.some((word) => word.startsWith(part)));
  };
};
