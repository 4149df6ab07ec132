import type { PrincipalId } from "../ids";
import { keepFew } from "../keep-few";
import type { AccessIndex } from "./access-index";
import { reachOf } from "./reach";

/** What a principal reaches, whatever is active. Several parts of a page ask for the same. */
export const keptReach = keepFew(4, (index: AccessIndex, principal: PrincipalId) => reachOf(index, principal));
