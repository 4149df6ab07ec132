import { TabLinks } from "@/components/ui/tab-links";
import { paths } from "@/lib/paths";

export const CustomerTabs = ({ tenantId }: { tenantId: string }) => (
  <TabLinks
    label="Customer"
    tabs={[
      { name: "Delegations", path: paths.customer(tenantId) },
      { name: "Access", path: paths.customerAccess(tenantId) },
      { name: "Findings", path: paths.customerFindings(tenantId) },
    ]}
  />
);
