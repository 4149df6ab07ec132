import { wordsIn } from "./name-words";

/**
 * What a pattern allows, for a person: "start virtual machines". Made from the words of the pattern alone, so it explains
 * no more than they do; what follows no known form is named as it is written.
 */
export function patternWords(pattern: string): string {
  const parts = pattern.trim().split("/");
  const path = parts.slice(0, -1);
  return wordsFor(parts.at(-1)?.toLowerCase() ?? "", path) ?? `what matches ${pattern.trim()}`;
}

function wordsFor(verb: string, path: readonly string[]): string | undefined {
  switch (verb) {
    case "*":
      return path.length <= 1 ? thingsOf(path) : following("everything on", thingsOf(path));
    case "read":
    case "delete":
      return following(verb, thingsOf(path));
    case "write":
      return following("create or change", thingsOf(path));
    case "action":
      return act(path.at(-1) ?? "", path.slice(0, -1));
    default:
      return undefined;
  }
}

const following = (words: string, things: string | undefined) => things && `${words} ${things}`;

// These take the resource itself as their object: one starts virtual machines, but lists keys of storage accounts.
const direct = new Set(
  "assign,cancel,deallocate,join,move,power off,redeploy,refresh,reimage,restart,restore,start,stop,validate".split(
    ",",
  ),
);
const owning = new Set("export,generate,get,list,regenerate,reset,retrieve,revoke,rotate".split(","));

function act(action: string, path: readonly string[]): string | undefined {
  const things = thingsOf(path);
  if (action === "*") return path.length === 0 ? "run every action" : following("run every action on", things);
  if (action === "" || action.includes("*") || path.length === 0) return undefined;
  const words = wordsIn(action);
  const [first = ""] = words.split(" ");
  // Registering a provider, say, is not done to everything in it.
  if (path.length === 1 && path[0] !== "*") return things && `${words} in ${serviceOf(path[0] ?? "")}`;
  if (direct.has(words) || owning.has(words)) return following(words, things);
  return following(owning.has(first) ? `${words} of` : `${words} on`, things);
}

/** What a path speaks of, "subnets of virtual networks"; undefined for a path with a star in an odd place. */
function thingsOf(path: readonly string[]): string | undefined {
  const [provider = "*", ...types] = path;
  if (provider === "*" && types.length === 0) return "everything";
  const isOpen = types.at(-1) === "*";
  const named = isOpen ? types.slice(0, -1) : types;
  if ([provider, ...named].some((part) => part === "" || part.includes("*"))) return undefined;
  if (named.length === 0) return `everything in ${serviceOf(provider)}`;
  const things = named.map(wordsIn).reverse().join(" of ");
  // "Accounts" alone could be anybody's; "storage accounts" says whose they are.
  const whose = wordsIn(named[0] ?? "").includes(" ") ? things : `${things} in ${serviceOf(provider)}`;
  return isOpen ? `everything below ${whose}` : whose;
}

const serviceOf = (provider: string): string =>
  provider.toLowerCase().startsWith("microsoft.") ? provider.slice("microsoft.".length) : provider;
