import type { Metadata } from "next";
import { MatrixScreen } from "@/components/matrix/matrix-screen";

export const metadata: Metadata = { title: "Access" };

export default function AccessPage() {
  return <MatrixScreen />;
}
