/** What is kept of a person: each part is one reading. */
export type Part = "inventory" | "lastSeen" | "directory" | "roleAssignments" | "tenant" | "identities";

/** Whose and what it is, and when it was read, in milliseconds since the epoch. `owner` is no name but a digest. */
export type Label = Readonly<{ owner: string; part: Part; at: number }>;
export type Sealed = Readonly<{ iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer }>;
export type Key = Readonly<{ id: string; key: CryptoKey }>;

/** Where keys and what they seal lie. Each call is done wholly or not at all. */
export type Shelf = Readonly<{
  key: (owner: string) => Promise<Key | undefined>;
  /** Resolves with the key that the owner has then: the given one, or another that was sooner. */
  addKey: (owner: string, key: Key) => Promise<Key>;
  labels: () => Promise<readonly Label[]>;
  get: (label: Label) => Promise<Sealed | undefined>;
  /** Puts it in place of what the owner had of this part; false where the owner's key is no longer the named one. */
  put: (label: Label, sealed: Sealed, keyId: string) => Promise<boolean>;
  remove: (label: Label) => Promise<void>;
  /** Removes what an owner has, the key too. */
  removeOwner: (owner: string) => Promise<void>;
  clear: () => Promise<void>;
}>;
