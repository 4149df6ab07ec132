import type { Fault, World } from "../../world";
import type { Ground } from "../ground";
import { applyCustomers } from "./apply-customers";
import { applyDelegations } from "./apply-delegations";
import { applyDirectory, type Place } from "./apply-directory";
import { applyEstate, removeFrom } from "./apply-estate";
import { stated } from "./merge";
import { isGuid, principalCalled, subscriptionCalled, UnknownName } from "./names";
import type { Problem } from "./problem";
import type { WorldFile } from "./schema";
import { problemsIn } from "./world-file";

/** The world that a file describes, on the ground of the one that it extends. Throws a WorldFileError that names all problems. */
export function buildOn(ground: Ground, file: WorldFile): World {
  const { world } = ground;
  const problems: Problem[] = [];
  const place: Place = (path, work) => {
    try {
      work();
    } catch (error) {
      if (!(error instanceof UnknownName)) throw error;
      problems.push({ path, message: error.message });
    }
  };

  file.remove?.forEach((wanted, index) => place(["remove", index], () => removeFrom(world, wanted)));
  applyDirectory(ground, file, place);
  applyEstate(ground, file, place);
  applyDelegations(ground, file, place);
  applyCustomers(ground, file, place);

  Object.assign(world.settings, stated(file.settings ?? {}));
  const own = faultsOf(world, file, place);
  const inherited = file.inheritFaults === false ? [] : world.faults;
  const personas = personasOf(world, file, place) ?? world.personas;
  if (problems.length > 0) throw problemsIn(file, problems);
  return {
    ...world,
    name: file.name ?? world.name,
    faults: [...own, ...inherited],
    personas,
    ...stated({ consented: file.consented, redirectUris: file.redirectUris }),
  };
}

/** Subscriptions and people in `match` may be named; whoever matches faults compares ids. */
function faultsOf(world: World, file: WorldFile, place: Place): Fault[] {
  const faults: Fault[] = [];
  file.faults?.forEach(({ match, effect, ...fault }, index) =>
    place(["faults", index], () => {
      const { subscription, persona, ...rest } = match ?? {};
      const ids = {
        subscription: subscription && (isGuid(subscription) ? subscription : idOf(world, subscription)),
        persona: persona && principalCalled(world, persona).id,
      };
      // Each kind of effect states its own members; undefined ones were never written.
      const made = { ...stated(fault), effect: stated(effect), match: stated({ ...rest, ...ids }) } as Fault;
      faults.push(made);
    }),
  );
  return faults;
}

const idOf = (world: World, name: string) => subscriptionCalled(world, name).subscriptionId;

function personasOf(world: World, file: WorldFile, place: Place): World["personas"] | undefined {
  if (!file.personas) return undefined;
  const personas: World["personas"][number][] = [];
  file.personas.forEach(({ user, title, shows }, index) =>
    place(["personas", index, "user"], () => {
      const found = world.users.get(principalCalled(world, user).id.toLowerCase());
      if (!found) throw new UnknownName(`${JSON.stringify(user)} is not a user`);
      personas.push({
        objectId: found.id,
        name: found.displayName,
        title: title ?? found.jobTitle ?? "",
        shows,
      });
    }),
  );
  return personas;
}
