import { breakGround, type Ground, type Plot } from "../ground";
import { ownGround, publishApplication } from "../managing-tenant";
import { randomFrom } from "../random";
import { onboard } from "./customers";
import { hire } from "./directory";
import { writeCatalogue } from "./offers";
import type { Size } from "./sizes";

/** A generated world: the same story as S, many times over and with the oddities scattered at random. */
export function generatedWorld(size: Size, plot: Omit<Plot, "name" | "staff">): Ground {
  const ground = breakGround({ ...plot, name: size.name, staff: size.staff });
  const random = randomFrom(size.name, plot.seed);
  const directory = hire(ground, size, random);
  const catalogue = writeCatalogue(ground, directory, size.grants / size.delegations);
  onboard({ ground, size, random, directory, catalogue });
  ownGround(ground, directory);
  publishApplication(ground, directory);
  return ground;
}
