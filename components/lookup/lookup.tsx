"use client";

import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { AfterPaint } from "@/components/ui/after-paint";
import { Fetched } from "@/components/ui/fetched";
import { lazily } from "@/components/ui/lazily";
import { useModal } from "@/components/ui/use-modal";
import { fieldLook, fieldRowLook, roomLook } from "./looks";

const LookupContent = lazily(async () => (await import("./lookup-content")).LookupContent);

type Props = { onClose: () => void; onKeyboardHelp: () => void };

/** The search. Its field is there at once: what is typed before the rest is there belongs in it, and is no key of the page. */
export function Lookup({ onClose, onKeyboardHelp }: Props) {
  const hasLed = useRef(false);
  const dialog = useModal(hasLed);
  const [typed, setTyped] = useState("");
  const first = <First typed={typed} onType={setTyped} />;
  // A modal dialog focuses what comes first in it, which is not the field.
  useEffect(() => dialog.current?.querySelector("input")?.focus(), [dialog]);
  return (
    <dialog
      ref={dialog}
      aria-label="Search"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
      className="mx-auto mt-22 mb-auto w-198 max-w-[94vw] overflow-hidden rounded-lg border border-line-2 bg-raised text-ink shadow-pop max-sm:m-0 max-sm:h-dvh max-sm:max-h-dvh max-sm:w-full max-sm:max-w-full max-sm:rounded-none"
    >
      <AfterPaint fallback={first}>
        <Fetched fallback={first} onFailure={onClose}>
          <LookupContent
            typed={typed}
            onClose={onClose}
            onLeave={() => {
              hasLed.current = true;
              onClose();
            }}
            onKeyboardHelp={onKeyboardHelp}
          />
        </Fetched>
      </AfterPaint>
    </dialog>
  );
}

/** The field, and room for what comes below it. Where it takes the place of an earlier one, it takes the focus. */
const First = ({ typed, onType }: { typed: string; onType: (typed: string) => void }) => (
  <>
    <div className={fieldRowLook}>
      <Search aria-hidden size={17} className="shrink-0 text-ink-3" />
      <input
        ref={focused}
        aria-label="Search"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => onType(event.target.value)}
        className={fieldLook}
      />
    </div>
    <div className={roomLook} />
  </>
);

const focused = (field: HTMLElement | null) => field?.focus();
