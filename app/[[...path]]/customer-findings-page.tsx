"use client";

import { CustomerScreen } from "@/components/customers/customer-screen";
import { CustomerFindings } from "@/components/findings/list/customer-findings";

export const CustomerFindingsPage = ({ tenantId }: { tenantId: string }) => (
  <CustomerScreen tenantId={tenantId}>
    <CustomerFindings tenantId={tenantId} />
  </CustomerScreen>
);
