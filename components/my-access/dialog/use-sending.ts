"use client";

import { useMutation, type UseMutationOptions } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useAzure, useSessionState } from "@/components/auth/use-azure";
import { toast } from "@/components/ui/toast";
import { refusalOf, type Sent } from "@/lib/queries/activate";

/** How far a request is. `waiting`: Azure takes it after a sign-in only. `uncertain`: it may have reached Azure. */
export type Sending = "unsent" | "underWay" | "waiting" | "refused" | "uncertain";

type Running = Readonly<{ stop: AbortController; done: Promise<unknown> }>;

/**
 * A request of a dialog. Where it waits for a sign-in when the dialog is closed, it is given up: nobody expects it to be
 * sent later. One that is under way is left alone, since Azure may have taken it: the list shows what it came to, and a
 * toast why it came to nothing.
 */
export function useSending<Answer, Order>(options: UseMutationOptions<Answer, Error, Sent<Order>>) {
  const { session } = useAzure();
  const isExpired = useSessionState().kind === "expired";
  const { mutateAsync, isPending, error, data } = useMutation(options);
  const running = useRef<Running>(undefined);

  useEffect(
    () => () => {
      if (!running.current) return;
      const { stop, done } = running.current;
      const giveUp = () => session.state().kind === "expired" && stop.abort();
      giveUp();
      const isOver = session.subscribe(giveUp);
      done
        .catch((failure: Error) => stop.signal.aborted || toast(`It was not done. ${refusalOf(failure).what}`))
        .finally(isOver);
    },
    [session],
  );

  const send = (order: Order, onSuccess: () => void = () => {}) => {
    const stop = new AbortController();
    const done = mutateAsync({ order, signal: stop.signal }, { onSuccess });
    running.current = { stop, done };
    // The error is told from the mutation.
    done.catch(() => {}).finally(() => (running.current = undefined));
  };

  return { send, sending: stageOf(isPending, isExpired, error), error, data };
}

function stageOf(isPending: boolean, isExpired: boolean, error: Error | null): Sending {
  if (isPending) return isExpired ? "waiting" : "underWay";
  if (!error) return "unsent";
  return refusalOf(error).isCertain ? "refused" : "uncertain";
}
