import { fold } from "./fold";

const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const group = /\/resourcegroups\/([^/?#]+)/;

// What ids stand in where they are copied from: JSON, PowerShell, a sentence.
const around = /^["'`“”‘’{([<]+|["'`“”‘’})\]>.,;:]+$/g;

const isId = (text: string) => text.includes("/subscriptions/") || text.includes("/providers/") || text.includes("://");

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The fragments to look for, each of which an answer must have. A pasted resource id or an address of the portal is asked
 * for by what it names, most exactly first: the resource group in it, else the subscription.
 */
export function askedFor(query: string): string[][] {
  const text = fold(query.trim());
  if (!isId(text))
    return [
      text
        .split(/\s+/)
        .map((part) => part.replace(around, ""))
        .filter(Boolean),
    ];
  const path = decoded(text);
  const ids = [...new Set(path.match(guid) ?? [])];
  const subscription = path.match(/\/subscriptions\/([0-9a-f-]{36})/)?.[1];
  const groupName = path.match(group)?.[1];
  // The last id names what the path leads to: a delegation, a role, a principal.
  const last = ids.at(-1);
  return [
    ...(last && last !== subscription ? [[last]] : []),
    ...(subscription && groupName ? [[subscription, groupName, "rg"]] : []),
    ...(subscription ? [[subscription, "sub"]] : []),
    ...ids.map((id) => [id]),
  ];
}
