import type { Key, Label, Part, Shelf } from "./shelf";

/** A change of what is packed, or of how it is sealed, takes another: what was kept before it is thrown away. */
export const formatVersion = 2;

/** Holidays end the memory; a weekend does not. */
export const longestKept = 7 * 24 * 60 * 60_000;
/** Clocks are set now and then; what is from a later time than that is not believed. */
const clockSlack = 5 * 60_000;

export type Kept = Readonly<{ at: number; bytes: ArrayBuffer }>;

/** What is kept for people, each part sealed with a key of its owner that no script can read. */
export type Vault = ReturnType<typeof createVault>;

/** `owner` names an account in a tenant of a cloud. */
export function createVault(shelf: Shelf, now: () => number) {
  const owners = new Map<string, Promise<string>>();
  const keys = new Map<string, Promise<Key>>();
  const forgotten = new Set<string>();

  const digestOf = (owner: string): Promise<string> => {
    const known = owners.get(owner) ?? digest(owner);
    owners.set(owner, known);
    return known;
  };

  /** One for the vault's life: where it is deleted in another tab, this one must not make another. */
  const keyOf = (owner: string): Promise<Key> => {
    const known = keys.get(owner) ?? firstKey(owner);
    keys.set(owner, known);
    return known;
  };
  const firstKey = async (owner: string): Promise<Key> =>
    (await shelf.key(owner)) ?? shelf.addKey(owner, await newKey());

  let isShut = false;
  const isForgotten = (owner: string) => isShut || forgotten.has(owner);

  const isShowable = ({ at }: Label) => at > now() - longestKept && at < now() + clockSlack;

  /** What is kept of a part. What is too old is thrown away on the way, whosever it is. */
  const labelOf = async (owner: string, part: Part): Promise<Label | undefined> => {
    const labels = await shelf.labels();
    await Promise.all(labels.filter((label) => !isShowable(label)).map(shelf.remove));
    return labels.find((label) => label.owner === owner && label.part === part && isShowable(label));
  };

  return {
    /** When what is kept was read; undefined where nothing is. */
    keptAt: async (owner: string, part: Part) => (await labelOf(await digestOf(owner), part))?.at,

    /** undefined where nothing is kept. What cannot be opened is damaged or another's, and is thrown away. */
    async open(owner: string, part: Part): Promise<Kept | undefined> {
      const label = await labelOf(await digestOf(owner), part);
      const sealed = label && (await shelf.get(label));
      if (!sealed) return undefined;
      try {
        const { key } = await keyOf(label.owner);
        const bytes = await crypto.subtle.decrypt(cipher(sealed.iv, label), key, sealed.bytes);
        return { at: label.at, bytes };
      } catch {
        await shelf.remove(label);
        return undefined;
      }
    },

    /** Keeps it in place of what was kept of the part; false where the owner was forgotten, here or in another tab. */
    async keep(owner: string, part: Part, at: number, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
      const label = { owner: await digestOf(owner), part, at };
      if (isForgotten(owner)) return false;
      const { id, key } = await keyOf(label.owner);
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const sealed = { iv, bytes: await crypto.subtle.encrypt(cipher(iv, label), key, bytes) };
      if (isForgotten(owner)) return false;
      return shelf.put(label, sealed, id);
    },

    /** Throws a part away that turned out to be of no use. */
    async drop(owner: string, part: Part): Promise<void> {
      const label = await labelOf(await digestOf(owner), part);
      if (label) await shelf.remove(label);
    },

    /** Deletes all that is kept for one person, key and data; this vault keeps nothing more of theirs. */
    async forget(owner: string): Promise<void> {
      forgotten.add(owner);
      await shelf.removeOwner(await digestOf(owner));
    },
    /** The same for everybody. */
    async forgetAll(): Promise<void> {
      isShut = true;
      await shelf.clear();
    },
  };
}

/** A label that was changed, or stands on something else, opens nothing. */
const cipher = (iv: Uint8Array<ArrayBuffer>, { owner, part, at }: Label) => ({
  name: "AES-GCM",
  iv,
  additionalData: new TextEncoder().encode(`${formatVersion} ${owner} ${part} ${at}`),
});

const newKey = async (): Promise<Key> => ({
  id: crypto.randomUUID(),
  key: await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]),
});

async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
