import { expect } from "vitest";
import { ask } from "./ask";
import { smallWorld } from "./small-world";

/** A row of a table of refused requests; the message is a part of what is answered. */
export type Row = [person: string, request: string, status: number, code: string, message?: string];

/** Asks as somebody in a small world of its own, and expects ARM's envelope with this code. */
export async function expectRefusal(
  person: string,
  request: string,
  status: number,
  code: string,
  message = "",
): Promise<void> {
  const answer = await ask(smallWorld(), person, request);
  expect(answer.status).toBe(status);
  expect(answer.json).toEqual({ error: { code, message: expect.stringContaining(message) as string } });
}
