export const description = "Every customer, delegation and grant of a managed service provider on Azure Lighthouse.";

/** --canvas of each theme, for systems that know no oklch. */
export const canvas = { light: "#f9fafc", dark: "#0d1015" };
