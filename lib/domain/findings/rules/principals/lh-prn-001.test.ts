import { expect, test } from "vitest";
import { examplePrincipal } from "@/lib/domain/example-inventory";
import {
  aDirectory,
  aRoleAllowing,
  judgedBy,
  offering,
  someone,
  standing,
} from "@/lib/domain/findings/example-findings";
import { authorizationToUser } from "./lh-prn-001";

const role = aRoleAllowing("*/read");
const delegations = [1, 2].map((number) => offering(number, { authorizations: [standing(role)] }));

test("a user in two offers is one finding", () => {
  const { found } = judgedBy(authorizationToUser, { delegations, directory: aDirectory({ users: [someone] }) });
  expect(found).toEqual([`medium: principal ${someone}`]);
});

test("a group with the same user in it is none", () => {
  const directory = aDirectory({ groups: { [someone]: [examplePrincipal(2)] } });
  expect(judgedBy(authorizationToUser, { delegations, directory }).count).toBe(0);
});

test("without a directory, and without the principal in it, nobody can tell", () => {
  expect(judgedBy(authorizationToUser, { delegations }).unjudged).toEqual(["directory"]);
  expect(judgedBy(authorizationToUser, { delegations, directory: aDirectory({}) }).unjudged).toEqual(["principal"]);
});
