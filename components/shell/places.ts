import { Building2, KeyRound, Radar, ShieldAlert, Waypoints, type LucideIcon } from "lucide-react";
import { paths } from "@/lib/paths";

/** `isOnPhones`: in the bar at the bottom, which has room for few. */
export type Place = Readonly<{ name: string; path: string; key: string; icon: LucideIcon; isOnPhones: boolean }>;

/** Where the navigation leads, and the key that follows G. */
export const places: readonly Place[] = [
  { name: "Overview", path: paths.overview, key: "o", icon: Radar, isOnPhones: true },
  { name: "Customers", path: paths.customers, key: "c", icon: Building2, isOnPhones: true },
  { name: "Delegations", path: paths.delegations, key: "d", icon: Waypoints, isOnPhones: false },
  { name: "Access", path: paths.access, key: "a", icon: KeyRound, isOnPhones: false },
  { name: "Findings", path: paths.findings, key: "f", icon: ShieldAlert, isOnPhones: true },
];

export const isAt = (place: Place, path: string): boolean => path === place.path || path.startsWith(`${place.path}/`);
