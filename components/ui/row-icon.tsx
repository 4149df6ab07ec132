import { classNames } from "./class-names";

/** Drawn by app/icons/icons.css: an image instead of a drawing, since dozens of rows show one in every frame that scrolls. */
const looks = {
  subscription: "row-icon-subscription",
  resourceGroup: "row-icon-resource-group",
  marketplace: "row-icon-marketplace",
  template: "row-icon-template",
  user: "row-icon-user",
  group: "row-icon-group",
  servicePrincipal: "row-icon-service-principal",
  managedIdentity: "row-icon-managed-identity",
};

/**
 * A function, not a component: a table draws dozens in every frame that scrolls.
 * @param label what the icon says to those who do not see it
 */
export const rowIcon = (name: keyof typeof looks, label: string) => (
  <i role="img" aria-label={label} className={classNames("row-icon", looks[name])} />
);
