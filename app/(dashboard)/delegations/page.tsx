import type { Metadata } from "next";
import { DelegationsScreen } from "@/components/delegations/delegations-screen";

export const metadata: Metadata = { title: "Delegations" };

export default function DelegationsPage() {
  return <DelegationsScreen />;
}
