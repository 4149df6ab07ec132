import type { Metadata } from "next";
import { AssignmentsScreen } from "@/components/assignments/assignments-screen";

export const metadata: Metadata = { title: "Role assignments" };

export default function AssignmentsPage() {
  return <AssignmentsScreen />;
}
