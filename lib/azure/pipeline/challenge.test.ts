import { describe, expect, it } from "vitest";
import { demandedClaims } from "./challenge";

const nbf = '{"access_token":{"nbf":{"essential":true,"value":"1726000000"}}}';
const acrs = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

describe("the claims that a challenge demands", () => {
  it.each([
    [
      "as Azure documents it",
      `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="insufficient_claims", claims="${base64(nbf)}"`,
      nbf,
    ],
    ["with parameters in another order", `Bearer claims="${base64(nbf)}", error="insufficient_claims", realm=""`, nbf],
    ["with padding", `Bearer error="insufficient_claims", claims="${base64(acrs + " ")}"`, acrs + " "],
    [
      "without padding",
      `Bearer error="insufficient_claims", claims="${base64(acrs + " ").replace(/=+$/, "")}"`,
      acrs + " ",
    ],
    ["without quotes, padding and all", `Bearer error=insufficient_claims, claims=${base64(acrs + " ")}`, acrs + " "],
    [
      "with other letters for + and /",
      `Bearer claims="${base64('{"a":"ÿþ?>~~"}').replace(/\+/g, "-").replace(/\//g, "_")}"`,
      '{"a":"ÿþ?>~~"}',
    ],
    ["with a scheme in capitals", `BEARER ERROR="insufficient_claims", CLAIMS="${base64(nbf)}"`, nbf],
    ["with wild spaces", `Bearer   error = "insufficient_claims" ,   claims = "${base64(nbf)}"  `, nbf],
    [
      "behind a challenge of another scheme",
      `PoP nonce="abc=,def", algorithms="RS256", Bearer error="insufficient_claims", claims="${base64(nbf)}"`,
      nbf,
    ],
    ["before one", `Bearer claims="${base64(nbf)}", error="insufficient_claims", Negotiate abc==`, nbf],
    [
      "in the second of two, the first being an expired token's",
      `Bearer error="invalid_token", claims="${base64(acrs)}", Bearer error="insufficient_claims", claims="${base64(nbf)}"`,
      nbf,
    ],
    [
      "beside a quoted text that looks like claims",
      `Bearer error_description="say \\"claims=\\", please", claims="${base64(nbf)}"`,
      nbf,
    ],
    ["with text in many languages", `Bearer claims="${base64('{"who":"Žofie 木"}')}"`, '{"who":"Žofie 木"}'],
  ])("are found %s", (_, header, claims) => {
    expect(demandedClaims(header)).toBe(claims);
  });

  it.each([
    ["no header", undefined],
    ["an empty one", ""],
    ["a bare scheme", "Bearer"],
    ["no claims", 'Bearer realm="", error="invalid_token"'],
    ["claims of another scheme", `PoP claims="${base64(nbf)}"`],
    ["what is no base64", 'Bearer claims="%%%"'],
    ["what is no JSON", `Bearer claims="${base64("nbf")}"`],
    ["JSON that is no object", `Bearer claims="${base64("[1]")}"`],
    ["bytes that are no text", 'Bearer claims="//79"'],
    ["a quote that never ends", `Bearer claims="${base64(nbf)}`],
    ["commas only", ",,,,"],
    ["parameters without a scheme", `claims="${base64(nbf)}"`],
  ])("are none in %s", (_, header) => {
    expect(demandedClaims(header)).toBeUndefined();
  });

  it("are looked for in a hostile header to its end, which a backtracking reader would not reach", () => {
    const header = `Bearer ${"a ".repeat(50_000)}${",".repeat(50_000)}"${"\\".repeat(50_000)}`;
    expect(demandedClaims(header)).toBeUndefined();
  });
});
