import { batchGet, mostParts, type BatchPath, type Part } from "@/lib/azure/graph-batch";
import type { DirectoryPass } from "./directory-pass";

export type Asker = ReturnType<typeof createAsker>;

/**
 * Asks one question of each, twenty to a request, and hands each answer over as it comes. A first request shows whether
 * the permission is there at all: where it is refused throughout, the others are not sent and count as refused.
 */
export function createAsker({ azure: { graph }, signal }: Pick<DirectoryPass, "azure" | "signal">, needs: string) {
  let isOpen = false;
  let refusal: Part | undefined;

  return async function askEach<One>(
    all: readonly One[],
    path: (one: One) => BatchPath,
    take: (one: One, part: Part) => void,
  ): Promise<void> {
    const ask = async (some: readonly One[]) => {
      const closed = refusal;
      const parts = closed ? some.map(() => closed) : await batchGet(graph, some.map(path), { needs, signal });
      if (parts.every((part) => "error" in part && part.error.kind === "refused"))
        refusal = isOpen ? undefined : parts[0];
      else isOpen = true;
      some.forEach((one, index) => {
        const part = parts[index];
        if (part) take(one, part);
      });
    };
    const chunks: (readonly One[])[] = [];
    for (let at = 0; at < all.length; at += mostParts) chunks.push(all.slice(at, at + mostParts));
    const first = isOpen ? undefined : chunks.shift();
    if (first) await ask(first);
    await Promise.all(chunks.map(ask));
  };
}
