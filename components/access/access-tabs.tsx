import { TabLinks } from "@/components/ui/tab-links";
import { paths } from "@/lib/paths";

const tabs = [
  { name: "Matrix", path: paths.access },
  { name: "Principals", path: paths.principals },
  { name: "Role assignments", path: paths.assignments },
  { name: "Roles", path: paths.roles },
  { name: "My access", path: paths.myAccess },
];

export const AccessTabs = () => <TabLinks label="Access" tabs={tabs} />;
