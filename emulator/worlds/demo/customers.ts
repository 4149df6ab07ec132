import type { Fault, RegistrationDefinition, Subscription } from "../../world";
import { assign, define, type Offer } from "../delegation-rows";
import { resourceGroup, subscription, tenant } from "../estate-rows";
import type { Ground } from "../ground";
import type { Offers } from "./offers";

export type Estate = ReturnType<typeof onboard>;

/** The twelve customers, in the order in which Relecloud won them. */
export function onboard(ground: Ground, offers: Offers) {
  const contoso = customer(ground, "Contoso", "contoso.example", "US", 640);
  const [contosoProd, , contosoData] = contoso.add(
    offers.current,
    ["prod", "dev", "data", "network", "shared"],
    ["app", "core"],
  );

  const fabrikam = customer(ground, "Fabrikam", "fabrikam.example", "DE", 560);
  const [fabrikamWeb] = fabrikam.add(offers.advanced, ["web", "app"], ["main"]);
  fabrikam.add(offers.soleApprover, ["erp"], ["main"]);
  fabrikam.add(offers.sandbox, ["sandbox"], ["main"]);
  deployByGroup(ground, offers, fabrikam, fabrikamWeb);

  const woodgrove = customer(ground, "Woodgrove Bank", "woodgrovebank.example", "GB", 520);
  const [woodgroveProd] = woodgrove.add(offers.dedicated, ["prod", "core", "dr"], ["servers", "ledger"]);
  const payments = ["gateway", "fraud", "settlement", "archive"];
  woodgrove.addGroups(offers.dedicated, "payments", payments);

  const northwind = customer(ground, "Northwind Traders", "northwindtraders.example", "US", 400);
  const [northwindProd] = northwind.add(offers.current, ["prod", "test"], ["shop"]);
  northwind.addGroups(offers.essential, "legacy", ["orders", "reports", "files"]);

  // Renamed since: the definitions still carry the name that Adatum had when it signed.
  const adatum = customer(ground, "Adatum", "adatum.example", "FR", 380, "A. Datum Corporation");
  const [adatumProd] = adatum.add(offers.outdated, ["prod", "lab", "backup"], ["main"]);
  alsoManagedByAnother(ground, adatum, adatumProd);

  const coffee = customer(ground, "Fourth Coffee", "fourthcoffee.example", "IT", 300);
  coffee.addGroups(offers.essential, "shops", ["tills", "loyalty", "menus"]);
  // Contoso sold its coffee business: the subscription moved, the delegation that Contoso signed came along.
  contoso.add(offers.current, ["roastery"], ["roasting"], { owner: coffee, name: "coffee" });

  const lamna = customer(ground, "Lamna Healthcare", "lamnahealthcare.example", "US", 280);
  const lamnaSubscriptions = lamna.add(offers.operate, ["clinic", "dr"], ["wards"]);

  const wingtip = customer(ground, "Wingtip Toys", "wingtiptoys.example", "NL", 240);
  wingtip.addGroups(offers.essential, "apps", ["store", "catalog", "images"]);
  wingtip.addGroups(offers.essential, "lab", ["trials", "training"]);

  // Signed before Azure wrote the customer's name into definitions.
  const litware = customer(ground, "Litware", "litware.example", "DK", 200, null);
  litware.add(offers.watch, ["sentinel"], ["soc"]);

  const tailspin = customer(ground, "Tailspin Toys", "tailspintoys.example", "CA", 160);
  tailspin.add(offers.operate, ["desktops"], ["pools"], { state: "Disabled" });

  const coho = customer(ground, "Coho Vineyard", "cohovineyard.example", "PT", 120);
  const [cohoWeb] = coho.add(offers.adHoc, ["web"], ["site", "cellar"]);
  define(ground, cohoWeb, offers.waiting, { customer: coho, signedBy: coho.admin, daysAgo: 40.4 });

  const proseware = customer(ground, "Proseware", "proseware.example", "SE", 60);
  proseware.add(offers.excellent, ["prod", "test"], ["press"]);

  return { contoso, contosoProd, contosoData, northwindProd, woodgrove, woodgroveProd, lamnaSubscriptions };
}

type Customer = ReturnType<typeof customer>;
type More = { state?: Subscription["state"]; owner?: Customer; name?: string };

function customer(
  ground: Ground,
  name: string,
  domain: string,
  country: string,
  since: number,
  signedAs?: string | null,
) {
  const { tenantId } = tenant(ground, name, domain, country);
  const short = domain.split(".", 1)[0] ?? name;
  const admin = `admin@${domain}`;
  const known = { tenantId, name: signedAs === null ? undefined : (signedAs ?? name) };
  let age = since + 0.42;

  const open = (part: string, groups: readonly string[], { state, owner, name: prefix }: More) => {
    const opened = subscription(ground, `sub-${prefix ?? short}-${part}`, owner?.tenantId ?? tenantId, {
      ...(state && { state }),
      tags: { environment: part },
    });
    const rows = groups.map((group) => resourceGroup(ground, opened, `rg-${group}-${part}`, "westeurope"));
    age -= 3.07;
    return { opened, rows };
  };
  const sign = (at: Subscription, offer: Offer): RegistrationDefinition =>
    define(ground, at, offer, { customer: known, signedBy: admin, daysAgo: age });

  return {
    ...known,
    admin,
    short,
    /** Whole subscriptions, each delegated by a definition of its own. */
    add<const Parts extends readonly string[]>(offer: Offer, parts: Parts, groups: readonly string[], more: More = {}) {
      const added = parts.map((part) => {
        const { opened } = open(part, groups, more);
        assign(ground, sign(opened, offer), opened, { daysAgo: age });
        return opened;
      });
      // One subscription came out for each part that went in.
      return added as { [Index in keyof Parts]: Subscription };
    },
    /** One subscription of which only some resource groups are delegated, all by one definition. */
    addGroups(offer: Offer, part: string, groups: readonly string[]) {
      const { opened, rows } = open(part, groups, {});
      resourceGroup(ground, opened, `rg-private-${part}`, "westeurope");
      const definition = sign(opened, offer);
      for (const row of rows) assign(ground, definition, row, { daysAgo: age });
    },
  };
}

/**
 * The template for several resource groups makes one definition per group, all of one name. The second was assigned to
 * the first group too, its own deployment still runs, and the third names a principal that Azure refuses.
 */
function deployByGroup(ground: Ground, offers: Offers, fabrikam: Customer, web: Subscription) {
  const signed = (key: string, offer: Offer, daysAgo: number) =>
    define(ground, web, offer, { customer: fabrikam, signedBy: fabrikam.admin, daysAgo, key });
  const [prod, test, legacy] = ["prod", "test", "legacy"].map((part) =>
    resourceGroup(ground, web, `rg-web-${part}`, "northeurope"),
  );
  if (!prod || !test || !legacy) throw new Error("Fabrikam lost a resource group.");
  const first = signed("prod", offers.pipeline, 21.6);
  const second = signed("test", offers.pipeline, 21.5);
  const third = signed("legacy", offers.misaddressed, 9.3);
  assign(ground, first, prod, { daysAgo: 21.6 });
  assign(ground, second, prod, { daysAgo: 21.5 });
  assign(ground, second, test, { daysAgo: 0.1, provisioningState: "Running" });
  assign(ground, third, legacy, { daysAgo: 9.3, provisioningState: "Failed" });
}

/** Adatum has a second provider, whose delegation shows on a subscription that Relecloud can read. */
function alsoManagedByAnother(ground: Ground, adatum: Customer, at: Subscription) {
  const managedBy = { tenantId: ground.guid("tenant", "Southridge Managed IT"), name: "Southridge Managed IT" };
  const people = ["Southridge Operators", "Southridge Backup"].map((displayName) => ({
    id: ground.guid("foreign", displayName),
    displayName,
  }));
  const offer: Offer = {
    name: "Southridge Basic",
    description: "Backup by Southridge Managed IT.",
    authorizations: people.map(({ id, displayName }, index) => ({
      principalId: id,
      principalIdDisplayName: displayName,
      roleDefinitionId: index === 0 ? "acdd72a7-3385-48ef-bd42-f606fba81ae7" : "5e467623-bb1f-42f4-a55d-6e525e11384b",
    })),
  };
  at.managedByTenants.push({ tenantId: managedBy.tenantId });
  const definition = define(ground, at, offer, { customer: adatum, signedBy: adatum.admin, daysAgo: 90.7, managedBy });
  assign(ground, definition, at, { daysAgo: 90.7 });
}

/** Lamna closed the door: its subscriptions are still listed, and nothing in them answers. */
export const unreachable = (subscriptions: readonly Subscription[]): Fault[] =>
  subscriptions.flatMap(({ subscriptionId }): Fault[] => [
    {
      service: "arm",
      match: { subscription: subscriptionId },
      effect: {
        kind: "status",
        status: 403,
        code: "AuthorizationFailed",
        message: `The client does not have authorization to perform this action over scope '/subscriptions/${subscriptionId}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
      },
    },
    { service: "resourceGraph", match: { subscription: subscriptionId }, effect: { kind: "unreadable" } },
  ]);
