"use client";

import { useEffect, useEffectEvent } from "react";
import { Button } from "../../button";
import { Foreign } from "../../foreign";
import { Kbd, SingleKey } from "../../kbd";
import { useKeys } from "../../use-keys";

const patience = 10_000;

/** For ten seconds, the way back. */
export function DeletedView({ name, onUndo, onGone }: { name: string; onUndo: () => void; onGone: () => void }) {
  const gone = useEffectEvent(onGone);
  useEffect(() => {
    const timer = setTimeout(() => gone(), patience);
    return () => clearTimeout(timer);
  }, []);
  useKeys({ z: onUndo });
  return (
    <span role="status" className="flex shrink-0 items-center gap-1.5 text-sm whitespace-nowrap text-ink-2">
      <span>
        <Foreign text={name} /> deleted
      </span>
      <Button size="small" variant="quiet" onClick={onUndo}>
        Undo{" "}
        <SingleKey>
          <Kbd>Z</Kbd>
        </SingleKey>
      </Button>
    </span>
  );
}
