import { TabLinks } from "@/components/ui/tab-links";
import { paths } from "@/lib/paths";

const tabs = [
  { name: "Findings", path: paths.findings },
  { name: "Rules", path: paths.rules },
];

export const FindingsTabs = () => <TabLinks label="Findings" tabs={tabs} />;
