import type { Metadata } from "next";
import { MyAccessScreen } from "@/components/my-access/my-access-screen";

export const metadata: Metadata = { title: "My access" };

export default function MyAccessPage() {
  return <MyAccessScreen />;
}
