import type { ReactNode } from "react";
import { Foreign } from "@/components/ui/foreign";
import type { InShort } from "@/lib/domain/my-access/in-short";
import type { Entry } from "@/lib/lookup/entry";
import { useAlt, useModifier } from "@/components/ui/modifier";
import { copyWords, openingWords } from "./target-words";

type ActionName = "open" | "activate" | "portal" | "copy" | "inside" | "pin";

/** What can be done; undefined what cannot. */
export type Actions = Readonly<Record<ActionName, (() => void) | undefined>>;

type Offer = Readonly<{ key: ActionName; name: ReactNode; keys: readonly string[]; act: () => void }>;

export type Offered = { entry: Entry; mine: InShort | undefined; isPinned: boolean; actions: Actions };

/** What can be done with an answer, in words and with the keys that do the same. */
export function useOffers({ entry: { target }, mine, isPinned, actions }: Offered): Offer[] {
  const modifier = useModifier();
  const alt = useAlt();
  const eligible = mine?.eligible;
  const verb = eligible?.policy?.approvers.length ? "Request" : "Activate";
  const activate = (
    <>
      {verb} <Foreign text={eligible?.role.name ?? "role"} limit={40} />
    </>
  );
  const all: readonly (readonly [ActionName, ReactNode, readonly string[]])[] = [
    ["open", openingWords(target), ["↵"]],
    ["activate", activate, [modifier, "↵"]],
    ["portal", "Open in Azure portal", [alt, "↵"]],
    ["copy", `Copy ${copyWords(target)?.toLowerCase()}`, [modifier, "C"]],
    ["inside", "Search inside", ["→"]],
    ["pin", isPinned ? "Unpin" : "Pin", [modifier, "D"]],
  ];
  return all.flatMap(([key, name, keys]) => {
    const act = actions[key];
    return act ? [{ key, name, keys, act }] : [];
  });
}
