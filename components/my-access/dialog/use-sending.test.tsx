// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, test } from "vitest";
import { SignedInContext, type SignedIn } from "@/components/auth/use-azure";
import type { SessionState } from "@/lib/auth/session";
import { AzureError } from "@/lib/azure/errors";
import type { Sent } from "@/lib/queries/activate";
import { useSending } from "./use-sending";

afterEach(cleanup);

/** A dialog's request that has just been sent, in a session that may expire while it is under way. */
async function sent() {
  let state: SessionState = { kind: "active" };
  const listeners = new Set<() => void>();
  const signals: AbortSignal[] = [];
  let answer = { with: (_: string) => {}, refuse: (_: Error) => {} };
  const session = {
    state: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  // Safe: the hook asks for nothing else.
  const signedIn = { session } as unknown as SignedIn;
  const client = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>
      <SignedInContext value={signedIn}>{children}</SignedInContext>
    </QueryClientProvider>
  );
  const mutationFn = ({ signal }: Sent<string>) => {
    signals.push(signal);
    return new Promise<string>((resolve, reject) => (answer = { with: resolve, refuse: reject }));
  };
  const { result, unmount } = renderHook(() => useSending({ mutationFn }), { wrapper });
  await act(async () => result.current.send("order"));
  return {
    stage: () => result.current.sending,
    isGivenUp: () => signals[0]!.aborted,
    listening: () => listeners.size,
    close: unmount,
    expire: () =>
      act(async () => {
        state = { kind: "expired", since: 0, problem: undefined, mustRedirect: false };
        listeners.forEach((listener) => listener());
      }),
    answer: (words: string) => act(async () => answer.with(words)),
    refuse: (kind: "rejected" | "network") =>
      act(async () => answer.refuse(new AzureError({ kind, service: "arm", message: "No." }))),
  };
}

test("a request that waits for a sign-in says so, and is given up when its dialog is closed", async () => {
  const { stage, isGivenUp, expire, close } = await sent();
  await waitFor(() => expect(stage()).toBe("underWay"));
  await expire();
  await waitFor(() => expect(stage()).toBe("waiting"));
  expect(isGivenUp()).toBe(false);
  close();
  expect(isGivenUp()).toBe(true);
});

test("one that is under way when its dialog is closed is let go on, but not through a sign-in", async () => {
  const { isGivenUp, expire, close } = await sent();
  close();
  expect(isGivenUp()).toBe(false);
  await expire();
  expect(isGivenUp()).toBe(true);
});

test("what was answered is over: a sign-in that comes to be needed later concerns it no more", async () => {
  const { isGivenUp, listening, expire, answer, close } = await sent();
  close();
  await answer("done");
  await waitFor(() => expect(listening()).toBe(0));
  await expire();
  expect(isGivenUp()).toBe(false);
});

test.each([
  ["rejected", "refused"],
  ["network", "uncertain"],
] as const)("an answer that is %s leaves it %s", async (kind, stage) => {
  const dialog = await sent();
  await dialog.refuse(kind);
  await waitFor(() => expect(dialog.stage()).toBe(stage));
});
