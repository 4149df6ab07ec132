"use client";

import { Fragment } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { useAlt, useModifier } from "@/components/ui/modifier";
import { places } from "./places";

type Keys = readonly [keys: readonly string[], what: string];

const everywhere = (modifier: string): readonly Keys[] => [
  [[modifier, "K"], "Search everything"],
  ...places.map(({ name, key }): Keys => [["G", key.toUpperCase()], `Go to ${name}`]),
  [["R"], "Read again"],
  [["?"], "This list"],
];
const inSearch = (modifier: string, alt: string): readonly Keys[] => [
  [["↵"], "Open what is current"],
  [[modifier, "↵"], "Activate the role that I am eligible for there"],
  [[alt, "↵"], "Open it in the Azure portal"],
  [["→"], "At the end of the text: search inside the customer"],
  [["⌫"], "At its beginning: search everywhere again"],
  [["⇥"], "Next type, with Shift the one before"],
  [[modifier, "D"], "Pin it, or take the pin off"],
  [[modifier, "C"], "Copy its id, when no text is selected"],
];
const inTables = (modifier: string): readonly Keys[] => [
  [["/"], "Filter"],
  [["J", "K"], "Next and previous row, as the arrows do"],
  [["Home", "End"], `First and last row; with ${modifier}, first and last cell`],
  [["Enter"], "Open the row, sort by the head, or close the group"],
  [["X"], "Select, as Space does; with Shift, everything up to here"],
  [[modifier, "C"], "Copy the cell, when no text is selected"],
  [["Z"], "Bring back the view that was just deleted"],
  [["Esc"], "Clear the selection, close the panel"],
];

const inPlots: readonly Keys[] = [
  [["T"], "The matrix or the exposure as a table, and back"],
  [["+", "−"], "The matrix larger and smaller"],
  [["0"], "All of the matrix, and back to its full size"],
];

export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const modifier = useModifier();
  const alt = useAlt();
  return (
    <Dialog title="Keyboard" onClose={onClose}>
      <KeyList title="Everywhere" list={everywhere(modifier)} />
      <KeyList title="In the search" list={inSearch(modifier, alt)} />
      <KeyList title="In tables" list={inTables(modifier)} />
      <KeyList title="In plots" list={inPlots} />
      <p className="mt-4 text-sm text-ink-3">
        Single letters rest while a field has focus. They can be switched off in the account menu.
      </p>
    </Dialog>
  );
}

function KeyList({ title, list }: { title: string; list: readonly Keys[] }) {
  return (
    <>
      <h3 className="mt-3 mb-1 text-xs font-[560] text-ink-2">{title}</h3>
      <dl className="grid grid-cols-[110px_1fr] items-center gap-y-1.5">
        {list.map(([keys, what]) => (
          <Fragment key={what}>
            <dt className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </Fragment>
        ))}
      </dl>
    </>
  );
}
