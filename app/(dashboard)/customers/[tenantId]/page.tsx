import type { Metadata } from "next";
import { CustomerScreen } from "@/components/customers/customer-screen";
import { CustomerDelegations } from "@/components/delegations/customer-delegations";

export const metadata: Metadata = { title: "Customer" };

type Props = { params: Promise<{ tenantId: string }> };

export default async function CustomerPage({ params }: Props) {
  const tenantId = decoded((await params).tenantId);
  return (
    <CustomerScreen tenantId={tenantId}>
      <CustomerDelegations tenantId={tenantId} />
    </CustomerScreen>
  );
}

function decoded(parameter: string): string {
  try {
    return decodeURIComponent(parameter);
  } catch {
    return parameter;
  }
}
