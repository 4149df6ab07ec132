"use client";

import { CustomerScreen } from "@/components/customers/customer-screen";
import { CustomerDelegations } from "@/components/delegations/customer-delegations";
import { CustomerAccess } from "@/components/reachers/customer-access";

type Props = { tenantId: string };

export const CustomerPage = ({ tenantId }: Props) => (
  <CustomerScreen tenantId={tenantId}>
    <CustomerDelegations tenantId={tenantId} />
  </CustomerScreen>
);

export const CustomerAccessPage = ({ tenantId }: Props) => (
  <CustomerScreen tenantId={tenantId}>
    <CustomerAccess tenantId={tenantId} />
  </CustomerScreen>
);
