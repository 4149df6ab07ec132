import { createHttpHeaders, createPipelineRequest } from "@azure/core-rest-pipeline";
import { describe, expect, it } from "vitest";
import { errorOf, errorOfPart } from "./answer-error";

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) => ({
  request: createPipelineRequest({ url: "https://management.azure.com/", requestId: "ours" }),
  status,
  headers: createHttpHeaders(headers),
  bodyAsText: JSON.stringify(body),
});

describe("an error is understood in the shape of", () => {
  it.each<[string, unknown, object]>([
    [
      "ARM",
      { error: { code: "SubscriptionNotFound", message: "Not found." } },
      { code: "SubscriptionNotFound", message: "Not found." },
    ],
    [
      "Microsoft Graph",
      {
        error: {
          code: "Request_ResourceNotFound",
          message: "Gone.",
          innerError: { date: "x", "request-id": "g-1", "client-request-id": "g-2" },
        },
      },
      { code: "Request_ResourceNotFound", message: "Gone.", correlationId: "g-1" },
    ],
    [
      "the activity log",
      { code: "BadRequest", message: "A filter is needed." },
      { code: "BadRequest", message: "A filter is needed." },
    ],
    ["the sign-in service", { error: "invalid_request", error_description: "x" }, { code: "invalid_request" }],
    [
      "nothing known",
      ["?"],
      { code: undefined, message: "Azure Resource Manager answered 404.", correlationId: "ours" },
    ],
  ])("%s", (_, body, facts) => {
    expect(errorOf("arm", answer(404, body), undefined)).toMatchObject({ kind: "notFound", status: 404, ...facts });
  });

  it("an answer within a batch", () => {
    const body = {
      error: { code: "Authorization_RequestDenied", message: "Insufficient privileges to complete the operation." },
    };
    expect(errorOfPart("graph", 403, body, "Directory.Read.All")).toMatchObject({
      kind: "refused",
      code: "Authorization_RequestDenied",
      permission: "Directory.Read.All",
      fix: "Ask an administrator of your tenant to consent to Directory.Read.All.",
    });
  });
});

it("the id that support finds it by is Azure's own where it can be read", () => {
  const headers = { "x-ms-request-id": "r", "x-ms-correlation-request-id": "c" };
  expect(errorOf("arm", answer(400, {}, headers), undefined).correlationId).toBe("c");
  expect(errorOf("arm", answer(400, {}), undefined).correlationId).toBe("ours");
});

it("a message without end is shortened, and a thousand details are too", () => {
  const details = Array.from({ length: 1000 }, (_, index) => ({ code: `c${index}`, message: "m" }));
  const error = errorOf("arm", answer(400, { error: { code: "x", message: "a".repeat(100_000), details } }), undefined);
  expect(error.message).toHaveLength(2000);
  expect(error.details).toHaveLength(50);
});

describe("a token that Azure takes for another tenant's asks nobody to sign in again, and is explained", () => {
  const refused = (path: string) => {
    const { request, ...rest } = answer(401, {
      error: { code: "InvalidAuthenticationTokenTenant", message: "wrong issuer" },
    });
    return errorOf("arm", { ...rest, request: { ...request, url: `https://management.azure.com${path}` } }, undefined);
  };

  it.each([
    "/subscriptions/00000000-0000-4000-8000-000000000001/providers/Microsoft.Authorization/permissions",
    "/Subscriptions/00000000-0000-4000-8000-000000000001?api-version=2022-12-01",
  ])("by the subscription where %s names one", (path) => {
    expect(refused(path)).toMatchObject({
      kind: "refused",
      code: "InvalidAuthenticationTokenTenant",
      message: expect.stringContaining("not delegated"),
      fix: expect.stringContaining("Ask the customer"),
    });
  });

  it.each(["/subscriptions?api-version=2022-12-01", "/tenants", "/providers/Microsoft.ResourceGraph/resources"])(
    "by the sign-in where %s names none",
    (path) => {
      expect(refused(path)).toMatchObject({
        kind: "refused",
        message: expect.stringContaining("another tenant than the one"),
        fix: expect.stringMatching(/^Sign out, then sign in/),
      });
    },
  );
});
