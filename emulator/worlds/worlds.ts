import type { World } from "../world";
import { demoWorld } from "./demo/demo";
import { scriptAccount } from "./directory-rows";
import { generatedWorld } from "./estate/estate";
import { sizes } from "./estate/sizes";
import { buildOn } from "./file/build";
import type { WorldFile } from "./file/schema";
import { checkWorldFile, parseWorldFile } from "./file/world-file";
import { breakGround, type Ground, type Plot } from "./ground";

export { parseWorldFile, type WorldFile };

type Founding = Omit<Plot, "name" | "staff">;

const founders: Record<WorldFile["extends"], (plot: Founding) => Ground> = {
  empty: emptyWorld,
  s: demoWorld,
  m: (plot) => generatedWorld(sizes.m, plot),
  l: (plot) => generatedWorld(sizes.l, plot),
  xl: (plot) => generatedWorld(sizes.xl, plot),
  "xl+": (plot) => generatedWorld(sizes["xl+"], plot),
};

/** The worlds that exist without a file, smallest first. */
export const worldNames = ["s", "m", "l", "xl", "xl+"] as const;

/** Makes the world that a file describes; throws a WorldFileError where the file refers to what does not exist. */
export function createWorld(file: WorldFile, { now }: { now: Date }): World {
  const checked = checkWorldFile(file);
  const ground = founders[checked.extends]({ seed: checked.seed ?? 1, tenantId: checked.tenantId, now });
  return buildOn(ground, checked);
}

/** A managing tenant in which nobody works and to which nothing is delegated: the ground for worlds of one's own. */
function emptyWorld(plot: Founding): Ground {
  const ground = breakGround({ ...plot, name: "empty", staff: 1 });
  scriptAccount(ground, []);
  return ground;
}
