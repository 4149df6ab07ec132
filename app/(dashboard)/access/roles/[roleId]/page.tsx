import type { Metadata } from "next";
import { RoleScreen } from "@/components/roles/role-screen";

export const metadata: Metadata = { title: "Role" };

type Props = { params: Promise<{ roleId: string }> };

export default async function RolePage({ params }: Props) {
  return <RoleScreen roleId={(await params).roleId} />;
}
