"use client";

import { Search, X } from "lucide-react";
import { useEffect, useLayoutEffect, useMemo, useRef, type KeyboardEvent, type SyntheticEvent } from "react";
import { useAzure } from "@/components/auth/use-azure";
import { copyText } from "@/components/ui/copy-button";
import { Foreign } from "@/components/ui/foreign";
import { go } from "@/components/ui/go";
import { Kbd } from "@/components/ui/kbd";
import { narrow, useMedia } from "@/components/ui/use-media";
import { formatCounted } from "@/lib/format";
import type { Entry } from "@/lib/lookup/entry";
import { paths, portalUrl } from "@/lib/paths";
import { fieldLook, fieldRowLook } from "./looks";
import { LookupAnswers, optionId } from "./lookup-answers";
import { LookupPreview } from "./lookup-preview";
import { LookupTabs, nextTab } from "./lookup-tabs";
import { rememberedMine } from "./my-words";
import { PhoneOffers } from "./phone-offers";
import { pinOf } from "./pins";
import { copyWords, pathOf, scopeOfTarget } from "./target-words";
import { useCommands } from "./use-commands";
import { useLookup } from "./use-lookup";
import { useMyAccess } from "./use-my-access";

type Props = {
  /** What was typed before this was there. */
  typed: string;
  onClose: () => void;
  /** Closes it for another page. */
  onLeave: () => void;
  onKeyboardHelp: () => void;
};

/** Looks anything up, and opens it or does what can be done with it. */
export function LookupContent({ typed, onClose, onLeave, onKeyboardHelp }: Props) {
  const { azure } = useAzure();
  const input = useRef<HTMLInputElement>(null);
  // Before a further key arrives.
  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.setSelectionRange(typed.length, typed.length);
  }, [typed]);
  const lookup = useLookup(typed);
  const { query, inside, current } = lookup;
  const grantsAt = useMyAccess(lookup.sources);
  const run = useCommands(onKeyboardHelp);
  const mine = useMemo(() => rememberedMine(grantsAt), [grantsAt]);
  const currentId = current && optionId(current);
  useEffect(() => {
    if (currentId) document.getElementById(currentId)?.scrollIntoView({ block: "nearest" });
  }, [currentId]);

  const leaveFor = (path: string) => {
    onLeave();
    go(path);
  };
  const open = (entry: Entry) => {
    lookup.note(entry);
    const { target } = entry;
    if (target.kind !== "command") return leaveFor(pathOf(target)!);
    onClose();
    run(target.command);
  };
  const portalOf = ({ target }: Entry) => {
    const scope = scopeOfTarget(target);
    return scope && portalUrl(azure.cloud.portal, azure.tenant, scope);
  };

  /** What can be done with an answer beside opening it; undefined where it cannot. */
  const actionsOf = (entry: Entry) => {
    const { target, name } = entry;
    const eligible = mine(entry)?.eligible;
    const url = portalOf(entry);
    const what = copyWords(target);
    return {
      open: () => open(entry),
      activate: eligible && (() => leaveFor(paths.myGrant(eligible.id))),
      portal: url === undefined ? undefined : () => void window.open(url, "_blank", "noopener"),
      copy: what === undefined ? undefined : () => void copyText(entry.copies, what),
      inside:
        target.kind === "customer"
          ? () => {
              lookup.setInside({ tenant: target.tenant, name });
              lookup.setFamily(undefined);
              lookup.setQuery("");
              input.current?.focus();
            }
          : undefined,
      pin: pinOf(entry) && (() => lookup.togglePin(entry)),
    };
  };

  const isNarrow = useMedia(narrow);

  const actionFor = (event: KeyboardEvent): (() => void) | undefined => {
    const { key, altKey, shiftKey } = event;
    const isModified = event.ctrlKey || event.metaKey;
    if (key === "Tab") return () => lookup.setFamily(nextTab(lookup.family, shiftKey ? -1 : 1));
    if (key === "ArrowDown" || key === "ArrowUp") return () => lookup.move(key === "ArrowDown" ? 1 : -1);
    if (key === "Backspace" && inside && isCaretAt(input.current, 0)) return () => lookup.setInside(undefined);
    const meant = (key === "Enter" && lookup.typedAhead()) || current;
    if (!meant) return undefined;
    const actions = actionsOf(meant);
    if (key === "Enter" && isModified) return actions.activate ?? (() => {});
    if (key === "Enter" && altKey) return actions.portal ?? (() => {});
    if (key === "Enter") return actions.open;
    if (key === "ArrowRight" && query && isCaretAt(input.current, query.length)) return actions.inside;
    if (isModified && key.toLowerCase() === "c" && !isTextSelected()) return actions.copy;
    if (isModified && key.toLowerCase() === "d") return actions.pin ?? (() => {});
    return undefined;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = event.nativeEvent.isComposing ? undefined : actionFor(event);
    if (!act) return;
    event.preventDefault();
    act();
  };

  const pointedAt = ({ target }: SyntheticEvent) =>
    lookup.withKey(target instanceof Element ? target.closest("[role=option]")?.getAttribute("data-key") : null);

  return (
    <div onKeyDown={onKeyDown} className="flex h-full flex-col">
      <div className={fieldRowLook}>
        <Search aria-hidden size={17} className="shrink-0 text-ink-3" />
        {inside && (
          <button
            type="button"
            tabIndex={-1}
            aria-label={`Search everywhere, not only in ${inside.name}`}
            onClick={() => lookup.setInside(undefined)}
            className="flex h-6 max-w-[45%] shrink-0 items-center gap-1 rounded-sm border border-line-2 bg-press px-1.5 text-sm max-sm:h-touch"
          >
            <span className="text-ink-2">in</span>
            <Foreign text={inside.name} limit={60} className="truncate font-[560]" />
            <X aria-hidden size={12} className="shrink-0 text-ink-3" />
          </button>
        )}
        <input
          ref={input}
          role="combobox"
          aria-label="Search"
          aria-expanded
          aria-autocomplete="list"
          aria-controls="answers"
          aria-activedescendant={currentId}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          value={query}
          onChange={(event) => lookup.setQuery(event.target.value)}
          placeholder={inside ? "Its scopes, delegations, findings" : "Customers, scopes, people, roles, findings, ids"}
          className={fieldLook}
        />
        <span role="status" className="shrink-0 text-sm text-ink-3">
          {lookup.isAsking && lookup.index ? formatCounted(lookup.count, "result") : ""}
        </span>
        <button type="button" tabIndex={-1} aria-label="Close" onClick={onClose} className="max-sm:h-touch">
          <Kbd>Esc</Kbd>
        </button>
      </div>
      <LookupTabs current={lookup.family} onChoose={lookup.setFamily} />
      {current && isNarrow && (
        <PhoneOffers
          entry={current}
          mine={mine(current)}
          isPinned={lookup.isPinned(current)}
          actions={actionsOf(current)}
        />
      )}
      <div className="flex min-h-0 flex-1 sm:h-[min(31rem,calc(100dvh-12rem))] sm:flex-none">
        <div
          role="listbox"
          id="answers"
          aria-label="Results"
          // The field keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onMouseMove={(event) => lookup.point(pointedAt(event))}
          onClick={(event) => {
            const entry = pointedAt(event);
            if (entry) open(entry);
          }}
          className="min-w-0 flex-1 overflow-y-auto px-2 pt-1 pb-2"
        >
          <LookupAnswers lookup={lookup} mine={mine} />
        </div>
        {current && !isNarrow && (
          <LookupPreview
            entry={current}
            sources={lookup.sources}
            mine={mine(current)}
            isPinned={lookup.isPinned(current)}
            actions={actionsOf(current)}
          />
        )}
      </div>
    </div>
  );
}

const isCaretAt = (field: HTMLInputElement | null, at: number): boolean =>
  field === document.activeElement && field?.selectionStart === at && field.selectionEnd === at;

const isTextSelected = (): boolean => {
  const field = document.activeElement;
  if (field instanceof HTMLInputElement) return field.selectionStart !== field.selectionEnd;
  return (window.getSelection()?.toString() ?? "") !== "";
};
