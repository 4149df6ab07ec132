import { operationsOf } from "./catalogue/family";
import type { CataloguedOperation } from "./catalogue/gives";
import { harm } from "./catalogue/harm";

/** Written out when first asked for: only findings want them. */
export const harmfulOperations = (): readonly CataloguedOperation[] => operationsOf(harm);
