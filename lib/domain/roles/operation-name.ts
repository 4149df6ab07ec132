import { parseGlob } from "./glob";

// What every operation has that Azure lists: a provider with a dot, then types, and one of these at the end.
const verbs = ["/read", "/write", "/delete", "/action"];
const letters = /^[\w.:$*/-]+$/;
const provider = /^[\w-]+(\.[\w-]+)+\//;

/** Whether a text has the form of an operation (`Microsoft.Compute/virtualMachines/read`), or a pattern can stand for one. */
export function isOperationName(text: string): boolean {
  if (!letters.test(text) || text.includes("//")) return false;
  const { text: name, prefix, suffix, isLiteral } = parseGlob(text);
  if (isLiteral) return provider.test(name) && name.split("/").length > 2 && verbs.some((verb) => name.endsWith(verb));
  return (
    (provider.test(prefix) || !prefix.includes("/")) &&
    verbs.some((verb) => verb.endsWith(suffix) || suffix.endsWith(verb))
  );
}
