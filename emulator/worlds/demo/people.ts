import type { World } from "../../world";
import { credential, group, persona, scriptAccount, servicePrincipal, user } from "../directory-rows";
import type { Ground } from "../ground";

export type People = ReturnType<typeof hire>;

/** Relecloud's 25 people, 8 groups and 4 service principals, each with a part in the story. */
export function hire(ground: Ground) {
  const mira = user(ground, "Mira Solberg", "Head of platform");
  const ines = user(ground, "Ines Marlow", "On-call engineer");
  const joon = user(ground, "Joon Baek", "Cloud engineer, Woodgrove team");
  const ruth = user(ground, "Ruth Adeyemi", "Service manager");
  const kofi = user(ground, "Kofi Varga", "Auditor");
  const tomas = user(ground, "Tomas Ekdahl", "Cloud engineer (left)", { accountEnabled: false });
  const petra = user(ground, "Petra Novak", "Contractor", {
    userPrincipalName: "petra.novak_tailoredit.example#EXT#@relecloud.example",
    mail: "petra.novak@tailoredit.example",
    userType: "Guest",
    externalUserState: "Accepted",
  });
  const aiko = user(ground, "Aiko Lindqvist", "Cloud engineer, Woodgrove team");
  const henrik = user(ground, "Henrik Dahl", "Lead engineer");
  const sanna = user(ground, "Sanna Okafor", "Lead engineer");
  const olivia = user(ground, "Olivia Hart", "Service desk lead");
  const staff = (name: string, title: string) => user(ground, name, title);

  const platformTeam = ["Lea Fontaine", "Diego Marsh", "Wanda Kies"].map((name) => staff(name, "Platform engineer"));
  const operatorTeam = ["Emil Brandt", "Nadia Rossi", "Per Holm", "Yusuf Tan", "Greta Lang", "Bo Sandel"].map((name) =>
    staff(name, "Operator"),
  );
  const analysts = ["Ada Winther", "Cyril Abara", "Maren Folk"].map((name) => staff(name, "Security analyst"));
  const desk = ["Tilda Krone", "Ravi Sole"].map((name) => staff(name, "Service desk agent"));

  const platform = group(ground, "sg-lh-platform", {
    description: "Platform engineers; activate what they need",
    isAssignableToRole: true,
    members: [ines, ...platformTeam],
    owners: platformTeam.slice(0, 1),
  });
  const leads = group(ground, "sg-lh-leads", {
    description: "Approve activations and end delegations",
    isAssignableToRole: true,
    members: [mira, henrik, sanna],
    owners: [mira],
  });
  const scripts = scriptAccount(ground, [mira]);
  const readers = group(ground, "sg-lh-readers", {
    description: "See every customer",
    members: [mira, ruth, henrik, sanna, platform, scripts],
    owners: [mira],
  });
  const operators = group(ground, "sg-lh-operators", {
    description: "Day-to-day operations",
    onPremisesSyncEnabled: true,
    members: [...operatorTeam, ...desk, olivia, henrik, aiko, tomas],
    owners: [ruth],
  });
  const woodgrove = group(ground, "sg-woodgrove-core", {
    description: "Dedicated team for Woodgrove Bank",
    members: [joon, aiko, tomas, petra],
    owners: [henrik],
  });
  const shift = group(ground, "sg-lh-soc-shift", { description: "Analysts on shift", owners: [sanna] });
  const security = group(ground, "sg-lh-security", {
    description: "Security operations",
    members: [...analysts, shift],
    owners: [sanna],
  });
  // Each is a member of the other: somebody meant to say it once and said it twice.
  shift.members.push(...analysts.slice(0, 1).map(({ id }) => id), security.id);
  const serviceDesk = group(ground, "Service Desk", {
    description: "Mailbox and team of the service desk",
    mailEnabled: true,
    groupTypes: ["Unified"],
    visibility: "HiddenMembership",
    members: [olivia, ...desk],
    owners: [olivia],
  });

  const patch = servicePrincipal(ground, "sp-patch-automation", {
    passwordCredentials: [credential(ground, "patching, until renewed", 410, -45)],
  });
  const policy = servicePrincipal(ground, "sp-policy-remediation", {
    keyCredentials: [credential(ground, "CN=sp-policy-remediation", 60, 120)],
    owners: [mira.id],
  });
  const deploy = servicePrincipal(ground, "sp-deploy-pipeline", {
    passwordCredentials: [credential(ground, "pipeline", 300, 430)],
    owners: [tomas.id],
  });

  return {
    ...{ mira, ines, joon, ruth, kofi, tomas, aiko, henrik },
    ...{ platform, leads, readers, operators, woodgrove, shift, security, serviceDesk },
    ...{ scripts, patch, policy, deploy },
    /** Still named in an authorization, no longer in the directory. */
    deletedGroup: { id: ground.guid("group", "sg-coho-project"), displayName: "sg-coho-project" },
  };
}

export const personasOf = ({ mira, ines, joon, ruth, kofi }: People): World["personas"] => [
  persona(mira, "Administrator: sees every customer, and the activity of the whole tenant."),
  persona(ines, "On call: reads every customer, and activates Contributor where the offer allows it."),
  persona(joon, "Engineer of one team: Woodgrove Bank and Coho Vineyard exist, nothing else does."),
  persona(ruth, "Service manager: reads every customer, changes none."),
  persona(kofi, "New in audit and in no group yet: what the console looks like with no access at all."),
];
