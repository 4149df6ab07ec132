import { rowIcon } from "@/components/ui/row-icon";
import type { PrincipalState } from "@/lib/domain/access/principal-state";
import type { PrincipalKind } from "@/lib/domain/principal";
import { kindWords } from "./principal-words";

/** A function, not a component: tables draw dozens in every frame that scrolls. */
export const principalIcon = (kind: PrincipalKind | undefined, states: readonly PrincipalState[] = []) =>
  kind === undefined ? (
    <span role="img" aria-label={kindWords(kind)} className="mr-1.5 inline-block w-[13px] text-center text-ink-3">
      ?
    </span>
  ) : (
    rowIcon(states.includes("managedIdentity") ? "managedIdentity" : kind, kindWords(kind))
  );
