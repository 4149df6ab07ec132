import { createHash, randomBytes } from "node:crypto";

/** A browser's session, known by a cookie. Cookies ignore ports, so the name tells emulators on one machine apart. */
export type Session = {
  id: string;
  /** `session_state` of answers: tells sessions apart without giving the cookie away. */
  state: string;
  cookie: string;
  goneCookie: string;
};

export function sessionOf(request: Request): Session {
  const name = `emulator-session-${new URL(request.url).port || "80"}`;
  const given = new RegExp(`(?:^|; *)${name}=([A-Za-z0-9_-]{43})(?:;|$)`).exec(
    request.headers.get("cookie") ?? "",
  )?.[1];
  const id = given ?? randomBytes(32).toString("base64url");
  const attributes = "Path=/; HttpOnly; SameSite=Lax";
  const digest = createHash("sha256").update(id).digest("hex");
  return {
    id,
    state: [8, 12, 16, 20, 32].map((end, index, ends) => digest.slice(ends[index - 1] ?? 0, end)).join("-"),
    cookie: `${name}=${id}; ${attributes}`,
    goneCookie: `${name}=; ${attributes}; Max-Age=0`,
  };
}
