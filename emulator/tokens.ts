import { compactVerify, errors, exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";
import { randomUUID } from "node:crypto";

/** The claims of an access token that the services look at; they are those of Azure's version 1.0 tokens. */
export type AccessToken = {
  aud: string;
  iss: string;
  iat: number;
  nbf: number;
  exp: number;
  tid: string;
  oid: string;
  sub: string;
  appid: string;
  ver: "1.0";
  idtyp: "user" | "app";
  scp?: string;
  roles?: string[];
  upn?: string;
  unique_name?: string;
  name?: string;
  /** What the client can do: `CP1` means that it understands claims challenges. */
  xms_cc?: string[];
  acrs?: string[];
  /** How the person proved who they are: `mfa` stands for a second factor. */
  amr?: string[];
  uti: string;
};

/** Issuer of access tokens, in the form that Azure's version 1.0 tokens have. */
export const accessTokenIssuer = (tenantId: string) => `https://sts.fresnel.localhost/${tenantId}/`;

export type Verified = { kind: "valid"; claims: AccessToken } | { kind: "malformed" } | { kind: "badSignature" };

/** Signs with a pair of RSA keys that lives as long as the process. */
export class TokenSigner {
  readonly #privateKey: CryptoKey;
  readonly #publicKey: CryptoKey;

  private constructor(
    pair: { privateKey: CryptoKey; publicKey: CryptoKey },
    readonly publicJwk: JWK & { kid: string },
  ) {
    this.#privateKey = pair.privateKey;
    this.#publicKey = pair.publicKey;
  }

  static async create(): Promise<TokenSigner> {
    const pair = await generateKeyPair("RS256");
    const jwk = await exportJWK(pair.publicKey);
    return new TokenSigner(pair, { ...jwk, kid: randomUUID(), use: "sig", alg: "RS256" });
  }

  sign(claims: Record<string, unknown>): Promise<string> {
    return new SignJWT(claims)
      .setProtectedHeader({ typ: "JWT", alg: "RS256", kid: this.publicJwk.kid })
      .sign(this.#privateKey);
  }

  /** Says whether the token is one of ours; whom and what for it was issued is not looked at. */
  async verify(token: string): Promise<Verified> {
    try {
      const { payload } = await compactVerify(token, this.#publicKey, { algorithms: ["RS256"] });
      return { kind: "valid", claims: JSON.parse(new TextDecoder().decode(payload)) as AccessToken };
    } catch (error) {
      const forged =
        error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JOSEAlgNotAllowed;
      return { kind: forged ? "badSignature" : "malformed" };
    }
  }
}
