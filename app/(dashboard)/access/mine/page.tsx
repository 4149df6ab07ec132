import type { Metadata } from "next";
import { MyAccessScreen } from "@/components/access/mine/my-access-screen";

export const metadata: Metadata = { title: "My access" };

export default function MyAccessPage() {
  return <MyAccessScreen />;
}
