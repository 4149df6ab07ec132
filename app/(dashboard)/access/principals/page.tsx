import type { Metadata } from "next";
import { PrincipalsScreen } from "@/components/principals/principals-screen";

export const metadata: Metadata = { title: "Principals" };

export default function PrincipalsPage() {
  return <PrincipalsScreen />;
}
