import { entryKey, type Entry } from "@/lib/lookup/entry";

const most = 8;

/** What each person opened last in this tab; nothing of it is stored. */
const opened = new Map<string, readonly Entry[]>();

export function recentsOf(account: readonly string[]) {
  const key = account.join(" ");
  return {
    list: (): readonly Entry[] => opened.get(key) ?? [],
    add(entry: Entry) {
      const others = (opened.get(key) ?? []).filter((other) => entryKey(other) !== entryKey(entry));
      opened.set(key, [entry, ...others].slice(0, most));
    },
  };
}
