import type { Metadata } from "next";
import { ScopeAccessScreen } from "@/components/reachers/scope-access-screen";

export const metadata: Metadata = { title: "Access to a scope" };

export default function ScopeAccessPage() {
  return <ScopeAccessScreen />;
}
