import type { Metadata } from "next";
import { DelegationAccessScreen } from "@/components/reachers/delegation-access-screen";

export const metadata: Metadata = { title: "Access of a delegation" };

export default function DelegationAccessPage() {
  return <DelegationAccessScreen />;
}
