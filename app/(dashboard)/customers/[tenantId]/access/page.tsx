import type { Metadata } from "next";
import { CustomerAccess } from "@/components/reachers/customer-access";
import { CustomerScreen } from "@/components/customers/customer-screen";

export const metadata: Metadata = { title: "Customer" };

type Props = { params: Promise<{ tenantId: string }> };

export default async function CustomerAccessPage({ params }: Props) {
  const { tenantId } = await params;
  return (
    <CustomerScreen tenantId={tenantId}>
      <CustomerAccess tenantId={tenantId} />
    </CustomerScreen>
  );
}
