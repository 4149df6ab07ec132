const isUpper = (letter: string) => letter !== letter.toLowerCase();
const isLower = (letter: string) => letter !== letter.toUpperCase();

/**
 * The words in a name of Azure's: "virtualMachines" → virtual machines, "listkeys" → list keys, "p2sVpnGateways" → p2s VPN
 * gateways. What gives no hint where one word ends, such as "storageaccounts", stays as it is.
 */
export const wordsIn = (name: string): string => humps(name).flatMap(parted).map(spelled).join(" ");

function humps(name: string): string[] {
  const words: string[] = [];
  let start = 0;
  for (let at = 1; at < name.length; at++) {
    const [before, letter, after] = [name.charAt(at - 1), name.charAt(at), name.charAt(at + 1)];
    const begins = isUpper(letter) && (!isUpper(before) || isLower(after));
    if (!begins) continue;
    words.push(name.slice(start, at));
    start = at;
  }
  return [...words, name.slice(start)];
}

// Written without capitals in many operations, and alike in all of them.
const verbs = ["list", "regenerate", "generate", "get", "retrieve"];
const objects = [
  ...["key", "keys", "secrets", "credential", "credentials", "token", "sas", "accesskeys", "authkeys", "adminkeys"],
  ...["querykeys", "connectionstrings", "callbackurl", "accounts", "clusteradmincredential", "clusterusercredential"],
];

function parted(word: string): string[] {
  const lower = word.toLowerCase();
  const verb = verbs.find((start) => lower.startsWith(start) && objects.includes(lower.slice(start.length)));
  return verb === undefined ? [word] : [verb, word.slice(verb.length)];
}

const initials = new Set(["sas", "vpn", "sql", "ssh", "ip", "url", "api", "dns", "nat", "qna", "xml", "iot"]);

function spelled(word: string): string {
  const lower = word.toLowerCase();
  return initials.has(lower) ? word.toUpperCase() : lower;
}
