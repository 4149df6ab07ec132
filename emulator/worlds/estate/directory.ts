import type { Group, User } from "../../world";
import { credential, group, persona, scriptAccount, servicePrincipal, user } from "../directory-rows";
import type { Ground } from "../ground";
import type { Random } from "../random";
import type { Size } from "./sizes";
import { companyName, personName, regions } from "./words";

export const teams = ["operators", "platform", "security", "data", "network"] as const;
export type Team = (typeof teams)[number];
export type Directory = ReturnType<typeof hire>;

/** Staff, groups by region and team with groups inside them, and service principals, as many as the size says. */
export function hire(ground: Ground, size: Size, random: Random) {
  const mira = user(ground, "Mira Solberg", "Head of platform");
  const ines = user(ground, "Ines Marlow", "On-call engineer");
  const joon = user(ground, "Joon Baek", "Cloud engineer, dedicated teams");
  const ruth = user(ground, "Ruth Adeyemi", "Service manager");
  const kofi = user(ground, "Kofi Varga", "Auditor");
  const scripts = scriptAccount(ground, [mira]);
  const staff = Array.from({ length: size.staff - 5 }, (_, index) => employ(ground, index));
  const servicePrincipals = Array.from({ length: size.servicePrincipals - 1 }, (_, index) =>
    automate(ground, index, size.regions, random.pick(staff)),
  );

  const role = { isAssignableToRole: true, owners: [mira] };
  const leads = group(ground, "sg-lh-leads", { ...role, members: [mira, ...staff.slice(0, 6)] });
  const oncall = group(ground, "sg-lh-oncall", { ...role, members: [ines, ...staff.slice(6, 15)] });
  const readers = group(ground, "sg-lh-readers", { owners: [mira], members: [mira, ruth, scripts] });
  const serviceDesk = group(ground, "Service Desk", {
    mailEnabled: true,
    groupTypes: ["Unified"],
    visibility: "Private",
    members: staff.slice(15, 22),
    owners: staff.slice(15, 16),
  });

  const byRegion = regions.slice(0, size.regions).map((region) => {
    const groupOf = (team: Team) =>
      group(ground, `sg-lh-${region}-${team}`, {
        description: `${team} for ${region}`,
        owners: [random.pick(staff)],
        isAssignableToRole: team === "platform" ? true : null,
      });
    return Object.fromEntries(teams.map((team) => [team, groupOf(team)])) as Record<Team, Group>;
  });
  readers.members.push(...byRegion.map(({ platform }) => platform.id));
  const dedicated = Array.from({ length: size.dedicated }, (_, index) =>
    group(ground, `sg-${short(companyName(index))}-core`, {
      description: `Dedicated team for ${companyName(index)}`,
      members: index > 0 && index < 4 ? [joon] : [],
      owners: [random.pick(staff)],
    }),
  );

  const regional = byRegion.flatMap((groups) => Object.values(groups));
  const inner = subdivide(ground, size, random, regional);
  distribute(random, staff, [...regional, ...dedicated, ...inner], inner.at(-1));
  ground.personas.push(
    persona(mira, "Administrator: sees every customer, and the activity of the whole tenant."),
    persona(ines, "On call: reads every customer, and activates Contributor where the offer allows it."),
    persona(joon, "Engineer of three dedicated teams: those customers exist, no others do."),
    persona(ruth, "Service manager: reads every customer, changes none."),
    persona(kofi, "New in audit and in no group yet: what the console looks like with no access at all."),
  );
  const platform = byRegion[0]?.platform ?? leads;
  return { mira, leads, oncall, readers, serviceDesk, platform, byRegion, dedicated, staff, servicePrincipals };
}

/** Of a hundred people two have left and two are guests. */
function employ(ground: Ground, index: number): User {
  const name = personName(index);
  const userName = name.toLowerCase().replace(" ", ".");
  const titles = ["Operator", "Cloud engineer", "Security analyst", "Database engineer", "Network engineer"];
  const title = titles[index % titles.length] ?? "";
  if (index % 50 === 27)
    return user(ground, name, "Contractor", {
      userPrincipalName: `${userName}_tailoredit.example#EXT#@relecloud.example`,
      mail: `${userName}@tailoredit.example`,
      userType: "Guest",
      externalUserState: "Accepted",
    });
  return user(ground, name, title, {
    userPrincipalName: `${userName}@relecloud.example`,
    accountEnabled: index % 50 !== 31,
    onPremisesSyncEnabled: index % 3 === 0 ? true : null,
  });
}

function automate(ground: Ground, index: number, regionCount: number, owner: User) {
  const purposes = ["patching", "policy", "backup", "inventory", "deploy"];
  const number = Math.floor(index / (purposes.length * regionCount)) + 1;
  const region = regions[Math.floor(index / purposes.length) % regionCount] ?? "";
  const name = `sp-${purposes[index % purposes.length] ?? ""}-${region}-${String(number).padStart(2, "0")}`;
  const owners = index % 10 === 4 ? [] : [owner.id];
  if (index % 7 === 6) return servicePrincipal(ground, name, { servicePrincipalType: "ManagedIdentity", owners });
  const certificate = [credential(ground, `CN=${name}`, 60, index % 11 === 5 ? -3 : 120)];
  const secret = [credential(ground, `${name} secret`, 300, index % 9 === 2 ? -20 : 430)];
  return servicePrincipal(
    ground,
    name,
    index % 4 === 1 ? { passwordCredentials: secret, owners } : { keyCredentials: certificate, owners },
  );
}

/** Fills up to the wanted number with groups inside groups, one chain of them as deep as wanted. */
function subdivide(ground: Ground, size: Size, random: Random, regional: readonly Group[]): Group[] {
  const parts = ["shift", "site", "crew", "rota", "desk"];
  // A regional group is a member of the readers at most, so it stands on level 2.
  const open = regional.map((parent) => ({ parent, level: 2 }));
  const made: Group[] = [];
  const [first] = regional.filter(({ displayName }) => displayName.endsWith("platform"));
  let chain = first ? { parent: first, level: 2 } : undefined;
  while (ground.world.groups.size < size.groups) {
    const under: { parent: Group; level: number } = chain ?? random.pick(open);
    const { parent, level } = under;
    const part = parts[level % parts.length] ?? "";
    const child = group(ground, `${parent.displayName}-${part}${parent.members.length + 1}`, { owners: [] });
    parent.members.push(child.id);
    made.push(child);
    const next = { parent: child, level: level + 1 };
    if (next.level < size.nesting) open.push(next);
    if (chain) chain = next.level < size.nesting ? next : undefined;
  }
  const [top] = regional.filter(({ displayName }) => displayName.endsWith("security"));
  const inTop = made.find(({ id }) => top?.members.includes(id));
  if (size.cycle && top && inTop) inTop.members.push(top.id);
  return made;
}

/** Everybody is in one to three groups, but for the last twentieth; one group stays empty. */
function distribute(random: Random, staff: readonly User[], groups: readonly Group[], empty: Group | undefined): void {
  const filled = groups.filter((each) => each !== empty);
  const employed = staff.slice(0, Math.floor(staff.length * 0.95));
  for (const { id } of employed)
    for (let count = 1 + random.below(3); count > 0; count--) {
      const { members } = random.pick(filled);
      if (!members.includes(id)) members.push(id);
    }
}

export const short = (name: string) => name.toLowerCase().replace(/[^a-z]/g, "");
