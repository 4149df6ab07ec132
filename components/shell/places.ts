import { Building2, KeyRound, ShieldAlert, Waypoints, type LucideIcon } from "lucide-react";
import { paths } from "@/lib/paths";

export type Place = Readonly<{ name: string; path: string; key: string; icon: LucideIcon }>;

/** Where the navigation leads, and the key that follows G. */
export const places: readonly Place[] = [
  { name: "Customers", path: paths.customers, key: "c", icon: Building2 },
  { name: "Delegations", path: paths.delegations, key: "d", icon: Waypoints },
  { name: "Access", path: paths.access, key: "a", icon: KeyRound },
  { name: "Findings", path: paths.findings, key: "f", icon: ShieldAlert },
];

export const isAt = (place: Place, path: string): boolean => path === place.path || path.startsWith(`${place.path}/`);
