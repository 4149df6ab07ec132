import { conversions } from "./conversion";
import { dynamics } from "./dynamics";
import { logic } from "./logic";
import { numbers } from "./numbers";
import type { ScalarFunction } from "./signature";
import { texts } from "./texts";
import { times } from "./times";

/** Scalar functions by name; Kusto's names respect case. */
export const functions: ReadonlyMap<string, ScalarFunction> = new Map(
  Object.entries({ ...conversions, ...texts, ...logic, ...dynamics, ...numbers, ...times }),
);
