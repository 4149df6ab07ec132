import type { PrincipalId } from "./ids";

export type PrincipalKind = "user" | "group" | "servicePrincipal";

/** Three answers that must never be mixed up: it exists, it is gone, or we may not look. */
export type Principal = Readonly<
  { id: PrincipalId } & (
    | { state: "found"; kind: PrincipalKind; name: string; detail: string | undefined }
    | { state: "deleted" }
    | { state: "unreadable"; kind: PrincipalKind | undefined }
  )
>;
