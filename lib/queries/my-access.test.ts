import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, onTestFinished, test } from "vitest";
import type { Azure } from "@/lib/azure/client";
import { forgetMyRoles } from "./my-access";

test("what PIM was asked before something was given back does not count as what it says afterwards", async () => {
  const azure = { key: ["tenant", "person"] } as unknown as Azure;
  const client = new QueryClient();
  const answers: ((roles: string) => void)[] = [];
  const observer = new QueryObserver(client, {
    queryKey: [...azure.key, "myRoles", "places"],
    queryFn: () => new Promise<string>((answer) => answers.push(answer)),
    retry: false,
  });
  onTestFinished(observer.subscribe(() => undefined));
  const isAsked = forgetMyRoles(client, azure);
  await expect.poll(() => answers.length).toBe(2);
  answers.at(0)?.("active");
  answers.at(-1)?.("given back");
  await isAsked;
  expect(observer.getCurrentResult().data).toBe("given back");
});
