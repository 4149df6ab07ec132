import { expect, test } from "vitest";
import type { Answer } from "@/lib/domain/access/answer";
import { examplePrincipal } from "@/lib/domain/example-inventory";
import { holdersText } from "./holders-words";

const of = (...answers: Answer[]) => ({
  named: [],
  people: answers.map((carries, at) => ({ principal: examplePrincipal(at), kind: "user" as const, carries })),
  hidden: [],
  isUnread: false,
});
const hidden = [{ principal: examplePrincipal(9), why: "unreadable" as const, said: "403", fix: undefined }];

test("who gets nothing is no holder, and is told beside them", () => {
  expect(holdersText(of("yes", "yes"))).toBe("2 holders");
  expect(holdersText(of("yes", "no"))).toBe("1 holder, and 1 who gets nothing");
  expect(holdersText(of("no", "no"))).toBe("0 holders, and 2 who get nothing");
});

test("who may get it makes their number a least one, as hidden members do", () => {
  expect(holdersText(of("yes", "cannotSee", "no"))).toBe("1 holder or more, and 1 who gets nothing");
  expect(holdersText({ ...of("yes"), hidden })).toBe("1 holder or more");
});

test("without the directory there is no number", () => {
  expect(holdersText({ ...of("yes"), isUnread: true })).toBe("cannot see");
});
