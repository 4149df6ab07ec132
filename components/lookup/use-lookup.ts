"use client";

import { useDeferredValue, useMemo, useState } from "react";
import { useAzure } from "@/components/auth/use-azure";
import { askedFor } from "@/lib/lookup/asked";
import { entryKey, type Entry, type Family } from "@/lib/lookup/entry";
import { find, type Found, type Wanted } from "@/lib/lookup/find";
import type { TenantId } from "@/lib/domain/ids";
import type { LookupIndex } from "@/lib/lookup/lookup-index";
import { isOperation, operationEntry } from "@/lib/lookup/operation-entries";
import { isPinned, pinsOf, placesOfPins } from "./pins";
import { recentsOf } from "./recents";
import { useLookupIndex } from "./use-lookup-index";

const most = { all: 4, one: 50 };
const nothing: Found = { groups: [], instead: undefined };

/** Where a search is confined to. */
export type Inside = Readonly<{ tenant: TenantId; name: string }>;

/** What was typed, beginning with `typed`; what answers to it, and which answer is the current one. */
export function useLookup(typed: string) {
  const { azure } = useAzure();
  const { index, sources, waitsFor } = useLookupIndex();
  const [query, setQuery] = useState(typed);
  const [family, setFamily] = useState<Family>();
  const [inside, setInside] = useState<Inside>();
  const [value, setValue] = useState("");
  const [pins, setPins] = useState(() => pinsOf(azure.key).list());
  const recents = recentsOf(azure.key);

  const pinned = useMemo(() => (index && pins.length > 0 ? placesOfPins(index, pins) : []), [index, pins]);
  const asked = useDeferredValue(query).trim();
  const isAsking = asked !== "" || inside !== undefined;
  const wanted = useMemo(() => ({ inside: inside?.tenant, pinned: new Set(pinned), family }), [inside, pinned, family]);
  const found = useMemo(
    () =>
      index && isAsking ? answersTo(index, asked, { ...wanted, most: wanted.family ? most.one : most.all }) : nothing,
    [index, isAsking, asked, wanted],
  );

  const pinnedEntries = isAsking || !index ? [] : pinned.map((at) => index.entries[at]!);
  const openedLast = isAsking ? [] : recents.list().filter((entry) => !isPinned(pins, entry));
  const shown = isAsking ? found.groups.flatMap(({ answers }) => answers) : [...pinnedEntries, ...openedLast];
  const current = shown.find((entry) => entryKey(entry) === value) ?? shown[0];
  const fragments = useMemo(() => askedFor(found.instead ?? asked)[0] ?? [], [found, asked]);
  /** Other answers come: the best of them is the current one. */
  const anew =
    <Value>(set: (value: Value) => void) =>
    (next: Value) => {
      set(next);
      setValue("");
    };
  return {
    query,
    setQuery: anew(setQuery),
    family,
    setFamily: anew(setFamily),
    inside,
    setInside: anew(setInside),
    index,
    sources,
    waitsFor,
    asked,
    isAsking,
    found,
    /** How many there are, shown or not. */
    count: found.groups.reduce((sum, { answers, more }) => sum + answers.length + more, 0),
    fragments,
    pinned: pinnedEntries,
    openedLast,
    current,
    withKey: (key: string | null | undefined) => shown.find((entry) => entryKey(entry) === key),
    point: (entry: Entry | undefined) => entry && entry !== current && setValue(entryKey(entry)),
    /** To the next answer or the one before, and round from the last to the first. */
    move(step: 1 | -1) {
      const next = shown[(shown.indexOf(current!) + step + shown.length) % shown.length];
      if (next) setValue(entryKey(next));
    },
    /** Whoever types fast means what was typed, not what is still shown: then the best answer to it. */
    typedAhead: (): Entry | undefined =>
      index && query.trim() && query.trim() !== asked
        ? answersTo(index, query.trim(), { ...wanted, most: 1 }).groups[0]?.answers[0]
        : undefined,
    isPinned: (entry: Entry) => isPinned(pins, entry),
    togglePin: (entry: Entry) => setPins(pinsOf(azure.key).toggle(entry)),
    note: (entry: Entry) => recents.add(entry),
  };
}

export type Lookup = ReturnType<typeof useLookup>;

/** What was typed may be an operation that nobody fetched the names of: which roles allow it is known all the same. */
function answersTo(index: LookupIndex, text: string, wanted: Wanted): Found {
  const found = find(index, text, wanted);
  if (!isOperation(text) || wanted.inside || (wanted.family && wanted.family !== "roles")) return found;
  const isThere = found.groups.some(({ answers }) =>
    answers.some(({ name }) => name.toLowerCase() === text.toLowerCase()),
  );
  if (isThere) return found;
  const others = found.groups.filter(({ family }) => family !== "roles");
  const roles = found.groups.find(({ family }) => family === "roles");
  const answers = [...(roles?.answers ?? []), operationEntry(text)];
  return { ...found, groups: [...others, { family: "roles", answers, more: roles?.more ?? 0 }] };
}
