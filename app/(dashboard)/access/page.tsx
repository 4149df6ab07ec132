import type { Metadata } from "next";
import { MatrixScreen } from "@/components/access/matrix/matrix-screen";

export const metadata: Metadata = { title: "Access" };

export default function AccessPage() {
  return <MatrixScreen />;
}
