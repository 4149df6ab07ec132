const words = (text: string) => text.trim().split(/\s+/);

const firstNames = words(`
  Ada Bram Clara Dario Edda Farid Gwen Hugo Ilse Jonas Kaya Lior Maud Nils Odette Pavel Quinn Rosa Stellan Tove
  Udo Vera Wim Xenia Yara Zeno Alma Boris Carmen Dag Elif Fabio Greta Hakon Imani Jelena Klaus Lotta Milo Nora
  Oskar Petra Rania Sven Tilda Umar Vilma Wout Ylva Zora Arvid Bente Cosmo Dunja Espen Freja Goran Hedda Ivo
  Jasmin Kimi Lars Mira Noel`);

const lastNames = words(`
  Abel Brandt Castell Dorn Ekberg Falk Grieg Holm Ibsen Jansen Kallas Lund Morel Nystrom Olsen Prior Quist Rask
  Sorel Thorn Ulrich Valdez Winter Yates Zander Ashby Bellini Corbin Dufour Esposito Ferrara Garnet Hale Iversen
  Joss Kestrel Larkin Maddox Noble Orlov Pascal Rainer Sander Tarrant Ullman Varga Weber Yilmaz Ziegler Alder
  Bishop Cole Dahl Engel Foster Gallo Hart Ivers Juhl Kern Leclerc Marsh Norde Oakes Perrin Reyes Stone Tran
  Upton Vance Wolff York Zeller Arden Bloch Cruz Dane Evers Frost Gray`);

const companyNames = words(`
  Alpine Amber Anchor Apex Arbor Argo Aspen Aurora Banyan Basalt Beacon Birch Blue Boreal Bright Cedar Cirrus
  Clover Cobalt Copper Coral Crescent Delta Dune Eagle Eastern Ember Evergreen Falcon Fern Fjord Flint Forest Garnet
  Glacier Golden Granite Harbor Hawthorn Hazel Heron Highland Horizon Indigo Iris Ivory Jade Juniper Keystone Lagoon
  Lakeside Larch Laurel Liberty Linden Lotus Lunar Maple Meadow Meridian Mistral Monarch Nordic Northern Oak Ocean
  Olive Onyx Opal Orchard Osprey Pacific Pearl Pine Pioneer Polar Prairie Quartz Raven Redwood River Sable Saffron
  Sage Sierra Silver Solar Spruce Sterling Summit Sunrise Terra Tidal Timber Topaz Union Valley Velvet Vista Willow
  Zenith`);

const trades = words(`
  Airways Analytics Architects Automotive Bakeries Bank Biotech Breweries Broadcasting Capital Ceramics Chemicals
  Clinics Clothing Construction Couriers Dairies Dental Design Diagnostics Electric Energy Engineering Estates
  Fabrics Ferries Fisheries Foods Foundation Freight Furniture Games Gardens Glass Health Holdings Hotels Industries
  Institute Insurance Labs Legal Library Logistics Machines Marine Media Metals Mills Mining Museums Networks
  Optics Packaging Paper Partners Pharma Plastics Press Properties Railways Research Retail Robotics Schools Shipping
  Software Sports Steel Studios Systems Telecom Textiles Tools Toys Travel Vineyards Water`);

/** The best known customers come first, and are the biggest. */
const wellKnown = words("Contoso Fabrikam Adatum Litware Proseware").concat([
  "Woodgrove Bank",
  "Northwind Traders",
  "Fourth Coffee",
  "Lamna Healthcare",
  "Wingtip Toys",
  "Tailspin Toys",
  "Coho Vineyard",
]);

/** A person's name that no other index has, for the first 5,000 indexes. */
export function personName(index: number): string {
  return `${at(firstNames, index)} ${at(lastNames, Math.floor(index / firstNames.length))}`;
}

/** A company's name that no other index has, for the first 7,000 indexes. */
export function companyName(index: number): string {
  const known = wellKnown[index];
  if (known !== undefined) return known;
  const rest = index - wellKnown.length;
  // Steps of 37 through the trades keep neighbours in the list from sounding alike.
  const trade = (rest % companyNames.length) * 37 + Math.floor(rest / companyNames.length);
  return `${at(companyNames, rest)} ${at(trades, trade)}`;
}

const at = (list: readonly string[], index: number) => list[index % list.length] ?? "";

export const regions = words(`
  nordics dach benelux iberia france uk-ireland italy east-europe north-america latin-america asia-pacific africa`);

/** "uk-ireland" is written UK Ireland for people. */
export const regionName = (index: number): string =>
  at(regions, index)
    .split("-")
    .map((part) =>
      part === "uk" || part === "dach" ? part.toUpperCase() : part.slice(0, 1).toUpperCase() + part.slice(1),
    )
    .join(" ");

export const locations = words("swedencentral westeurope northeurope germanywestcentral uksouth eastus2 francecentral");

export const countries = words("SE DE NL ES FR GB IT PL US BR AU ZA");
