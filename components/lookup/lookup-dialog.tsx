"use client";

import { Command } from "cmdk";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useDeferredValue, useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { useAzure } from "@/components/auth/use-azure";
import { copyText } from "@/components/ui/copy-button";
import { Kbd } from "@/components/ui/kbd";
import { useModal } from "@/components/ui/use-modal";
import { formatCount } from "@/lib/format";
import { askedFor } from "@/lib/lookup/asked";
import { entryKey, type Entry } from "@/lib/lookup/entry";
import { find, type Found } from "@/lib/lookup/find";
import { portalUrl } from "@/lib/paths";
import { LookupAnswers } from "./lookup-answers";
import { LookupPreview } from "./lookup-preview";
import { kindTabs, LookupTabs } from "./lookup-tabs";
import { myWords } from "./my-words";
import { recentsOf } from "./recents";
import { pathOf, scopeOfTarget } from "./target-words";
import { useLookupIndex } from "./use-lookup-index";
import { useMyGrants } from "./use-my-grants";

const most = { all: 5, one: 50 };
const nothing: Found = { groups: [], instead: undefined };

/** Looks anything up, and opens it. */
export function LookupDialog({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const { azure } = useAzure();
  const dialog = useModal();
  const input = useRef<HTMLInputElement>(null);
  // A modal dialog focuses what comes first in it, which is not the field.
  useEffect(() => input.current?.focus(), []);
  const { index, isPartial } = useLookupIndex();
  const grants = useMyGrants();
  const recents = recentsOf(azure.key);
  const [query, setQuery] = useState("");
  const [tab, setTab] = useState(0);
  const [value, setValue] = useState("");

  const { kinds } = kindTabs[tab]!;
  const asked = useDeferredValue(query);
  const found = useMemo(
    () => (index && asked.trim() ? find(index, asked, kinds ? most.one : most.all, kinds) : nothing),
    [index, asked, kinds],
  );
  const shown = asked.trim()
    ? found.groups.flatMap(({ answers }) => answers.map(({ entry }) => entry))
    : recents.list();
  const current = shown.find((entry) => entryKey(entry) === value) ?? shown[0];
  const count = found.groups.reduce((sum, { answers, more }) => sum + answers.length + more, 0);
  const [fragments = []] = askedFor(found.instead ?? asked);
  const mine = (entry: Entry) => grants && myWords(entry.target, grants);

  const open = (entry: Entry) => {
    recents.add(entry);
    onClose();
    router.push(pathOf(entry.target));
  };
  const portalOf = (entry: Entry) => {
    const scope = scopeOfTarget(entry.target);
    return scope && portalUrl(azure.cloud.portal, azure.tenant, scope);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && !event.altKey && asked !== query && index) {
      // Whoever types fast means what was typed, not what is still shown.
      event.preventDefault();
      const best = find(index, query, 1, kinds).groups[0]?.answers[0];
      if (best) open(best.entry);
    } else if (event.key === "Tab") {
      event.preventDefault();
      setTab((tab + (event.shiftKey ? kindTabs.length - 1 : 1)) % kindTabs.length);
    } else if (event.key === "Enter" && event.altKey && current) {
      event.preventDefault();
      const url = portalOf(current);
      if (url) window.open(url, "_blank", "noopener");
    } else if (event.key.toLowerCase() === "c" && (event.ctrlKey || event.metaKey) && current && !isTextSelected()) {
      event.preventDefault();
      void copyText(current.copies, current.target.kind === "role" ? "Role id" : "Id");
    }
  };

  return (
    <dialog
      ref={dialog}
      aria-label="Search"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
      className="mx-auto mt-22 mb-auto w-198 max-w-[94vw] overflow-hidden rounded-lg border border-line-2 bg-raised text-ink shadow-pop max-sm:m-0 max-sm:h-dvh max-sm:max-h-dvh max-sm:w-full max-sm:max-w-full max-sm:rounded-none"
    >
      <Command
        label="Search"
        shouldFilter={false}
        loop
        value={current ? entryKey(current) : ""}
        onValueChange={setValue}
        onKeyDown={onKeyDown}
        className="flex h-full flex-col"
      >
        <div className="flex h-12 shrink-0 items-center gap-3 border-b border-line px-4">
          <Search aria-hidden size={17} className="shrink-0 text-ink-3" />
          <Command.Input
            ref={input}
            value={query}
            onValueChange={setQuery}
            placeholder="Customers, subscriptions, people, roles, ids"
            className="h-full min-w-0 flex-1 bg-transparent text-lg outline-none placeholder:text-ink-3"
          />
          <span role="status" className="shrink-0 text-sm text-ink-3">
            {asked.trim() ? `${formatCount(count)} ${count === 1 ? "result" : "results"}` : ""}
          </span>
          <button type="button" tabIndex={-1} aria-label="Close" onClick={onClose} className="max-sm:h-touch">
            <Kbd>Esc</Kbd>
          </button>
        </div>
        <LookupTabs current={tab} onChoose={setTab} />
        <div className="flex min-h-0 flex-1 sm:h-124">
          <Command.List
            label="Results"
            className="min-w-0 flex-1 overflow-y-auto px-2 pt-1 pb-2 [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-ink-2"
          >
            <LookupAnswers
              found={found}
              asked={asked.trim()}
              recents={shown}
              fragments={fragments}
              isReady={index !== undefined}
              isPartial={isPartial}
              mine={mine}
              onOpen={open}
            />
          </Command.List>
          {current && (
            <LookupPreview entry={current} mine={mine(current)} hasPortal={portalOf(current) !== undefined} />
          )}
        </div>
      </Command>
    </dialog>
  );
}

const isTextSelected = (): boolean => {
  const field = document.activeElement;
  if (field instanceof HTMLInputElement) return field.selectionStart !== field.selectionEnd;
  return (window.getSelection()?.toString() ?? "") !== "";
};
