import { publish } from "../delegation-rows";
import { breakGround, type Ground, type Plot } from "../ground";
import { ownGround, publishApplication } from "../managing-tenant";
import { onboard, unreachable } from "./customers";
import { writeOffers } from "./offers";
import { hire, personasOf } from "./people";
import { furnish } from "./resources";

/** World S: small enough to know by heart, with one of everything that happens to a provider. */
export function demoWorld(plot: Omit<Plot, "name" | "staff">): Ground {
  const ground = breakGround({ ...plot, name: "s", staff: 25 });
  const people = hire(ground);
  const offers = writeOffers(people);
  for (const offer of [offers.outdated, offers.current])
    publish(ground, offer, "Relecloud Managed Operations", "Standard");
  publish(ground, offers.waiting, "Relecloud Managed Security", "SOC");
  const estate = onboard(ground, offers);
  furnish(ground, estate);
  ownGround(ground, people);
  publishApplication(ground, people);
  ground.personas.push(...personasOf(people));
  ground.world.faults.push(...unreachable(estate.lamnaSubscriptions));
  return ground;
}
