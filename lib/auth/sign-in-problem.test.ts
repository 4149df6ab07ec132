import { AuthError } from "@azure/msal-browser";
import { expect, test } from "vitest";
import { signInProblem } from "./sign-in-problem";

const correlation = "9a1f2b30-0000-4000-8000-00000000000c";

test.each([
  ["AADSTS65001: The user or administrator has not consented", "Fresnel has not been approved in this tenant"],
  [
    "AADSTS50020: User account from identity provider 'live.com' does not exist in tenant",
    "This account is not in the managing tenant",
  ],
  ["AADSTS50011: The redirect URI does not match", "The app registration does not match this site"],
  ["AADSTS90002: Tenant not found", "The managing tenant was not found"],
  ["AADSTS53003: Blocked by Conditional Access", "A policy of the managing tenant stopped the sign-in"],
])("%s", (message, title) => {
  const problem = signInProblem(new AuthError("invalid_request", correlation, message));
  expect(problem.title).toBe(title);
  expect(problem.code).toMatch(/^AADSTS\d+$/);
});

test("an unknown problem keeps its code and never the message, which may carry what was typed", () => {
  const problem = signInProblem(new AuthError("odd_thing", correlation, "login_hint=ada@relecloud.example"));
  expect(problem.code).toBe("odd_thing");
  expect(JSON.stringify(problem)).not.toContain("ada@");
});

test.each([undefined, null, "text", 7, {}])("%j does not break the page that reports it", (error) => {
  expect(signInProblem(error).title).toBe("The sign-in did not work");
});
