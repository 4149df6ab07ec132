import { randomBytes } from "node:crypto";
import { toSeconds } from "../clock";

export type Platform = "spa" | "native" | "web";

/** What a person was granted by signing in; codes and refresh tokens both stand for one. */
export type Grant = {
  clientId: string;
  platform: Platform;
  objectId: string;
  /** Authentication contexts (`acrs`) that the sign-in satisfied. */
  contexts: readonly string[];
  signedInAt: Date;
  /** Set when an administrator revoked the person's sign-ins. */
  revokedAt?: Date;
};
export type Code = Grant & {
  redirectUri: string;
  scope: string;
  nonce: string | null;
  challenge: string | null;
  claims: string | null;
  expiresAt: Date;
  redeemed: boolean;
};
export type RefreshToken = Grant & { issuedAt: Date; expiresAt: Date; redeemedFor: Set<string> };
export type Account = { objectId: string; contexts: readonly string[]; signedInAt: Date };

const secret = (prefix: string) => prefix + randomBytes(48).toString("base64url");

/** Everything the sign-in service of one tenant remembers: codes, refresh tokens, browser sessions, revocations. */
export class SignIns {
  readonly codes = new Map<string, Code>();
  readonly refreshTokens = new Map<string, RefreshToken>();
  readonly #sessions = new Map<string, Account[]>();
  readonly #validFrom = new Map<string, number>();
  readonly #earliest = new Map<string, number>();

  addCode(code: Code): string {
    const value = secret("1.");
    this.codes.set(value, code);
    return value;
  }

  addRefreshToken(token: RefreshToken): string {
    const value = secret("1.A");
    this.refreshTokens.set(value, token);
    return value;
  }

  accounts(session: string | null): readonly Account[] {
    return (session && this.#sessions.get(session)) || [];
  }

  signIn(session: string, account: Account): void {
    const others = this.accounts(session).filter(({ objectId }) => objectId !== account.objectId);
    this.#sessions.set(session, [account, ...others]);
  }

  signOut(session: string): void {
    this.#sessions.delete(session);
  }

  /** From now on no token, refresh token or session of this person counts that was issued before. */
  revoke(objectId: string, now: Date): void {
    this.#validFrom.set(objectId, this.requireNewer(objectId, now));
    for (const grant of [...this.codes.values(), ...this.refreshTokens.values()]) {
      if (grant.objectId === objectId) grant.revokedAt = now;
    }
    for (const [session, accounts] of this.#sessions) {
      this.#sessions.set(
        session,
        accounts.filter((account) => account.objectId !== objectId),
      );
    }
  }

  /** The second from which this person's tokens count; 0 if nothing was revoked. */
  validFrom(objectId: string): number {
    return this.#validFrom.get(objectId) ?? 0;
  }

  /**
   * Makes every token that this person gets from now on provably newer than those already given, although tokens count
   * in whole seconds. Answers the second that the new ones reach.
   */
  requireNewer(objectId: string, now: Date): number {
    const second = Math.max(toSeconds(now), this.#earliest.get(objectId) ?? 0) + 1;
    this.#earliest.set(objectId, second);
    return second;
  }

  /** The second that a token issued now carries. */
  issueSecond(objectId: string, now: Date): number {
    return Math.max(toSeconds(now), this.#earliest.get(objectId) ?? 0);
  }
}
