import type { Authorization } from "../../world";
import { type Offer, standing } from "../delegation-rows";
import type { Random } from "../random";
import { roleId } from "../roles";
import type { Directory } from "./directory";

/**
 * Returns what makes a copy of an offer with one thing wrong in it, another thing each time, and as many authorizations
 * as before. The first authorization stays, so that whoever reads everything still does.
 */
export function oddities(random: Random, { staff, serviceDesk, leads }: Directory): (offer: Offer) => Offer {
  const left = staff.filter(({ accountEnabled }) => !accountEnabled);
  const deleteRole = roleId("Managed Services Registration assignment Delete Role");
  type Spoil = (rest: Authorization[]) => Authorization[];
  const instead =
    (wrong: () => Authorization): Spoil =>
    (rest) => [...rest.slice(0, -1), wrong()];

  const wrongs: Spoil[] = [
    instead(() => standing(random.pick(left), "Contributor")),
    instead(() => standing(random.pick(staff), "Virtual Machine Contributor")),
    // An id that the directory no longer knows.
    instead(() => standing({ id: orphan(random), displayName: "sg-project" }, "Contributor")),
    instead(() => standing(serviceDesk, "Contributor")),
    instead(() => standing(leads, "Log Analytics Contributor")),
    instead(() => standing(leads, "User Access Administrator")),
    (rest) => rest.map((each) => (each.roleDefinitionId === deleteRole ? standing(leads, "Tag Contributor") : each)),
  ];
  let count = 0;
  return (offer) => {
    const [first, ...rest] = offer.authorizations;
    const spoil = wrongs[count++ % wrongs.length];
    return first && spoil ? { ...offer, authorizations: [first, ...spoil(rest)] } : offer;
  };
}

function orphan(random: Random): string {
  const digits = (count: number) => Array.from({ length: count }, () => random.below(16).toString(16)).join("");
  return `${digits(8)}-${digits(4)}-4${digits(3)}-a${digits(3)}-${digits(12)}`;
}
