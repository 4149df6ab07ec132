import type { RoleText } from "../role-text";

export const managementRoles: readonly RoleText[] = [
  {
    id: "acdd72a7-3385-48ef-bd42-f606fba81ae7",
    name: "Reader",
    does: "View every resource, change none.",
    actions: "*/read",
  },
  {
    id: "b24988ac-6180-42a0-ab88-20f7382dd24c",
    name: "Contributor",
    does: "Manage every resource; no role assignments, no blueprints, no gallery sharing.",
    actions: "*",
    notActions: `
      Microsoft.Authorization: */Delete */Write elevateAccess/Action
      Microsoft.Blueprint: blueprintAssignments/write blueprintAssignments/delete
      Microsoft.Compute: galleries/share/action
      Microsoft.Purview: consents/write consents/delete
      Microsoft.Resources: deploymentStacks/manageDenySetting/action
      Microsoft.Subscription: cancel/action enable/action`,
  },
  {
    id: "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
    name: "Owner",
    does: "Manage every resource and who may do so.",
    actions: "*",
  },
  {
    id: "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9",
    name: "User Access Administrator",
    does: "Manage who has access to Azure resources.",
    actions: `
      */read
      Microsoft.Authorization: *
      Microsoft.Support: *`,
  },
  {
    id: "f58310d9-a9f6-439a-9e8d-f62e7b41a168",
    name: "Role Based Access Control Administrator",
    does: "Assign roles; no other management of access such as policies.",
    actions: `
      */read
      Microsoft.Authorization: roleAssignments/write roleAssignments/delete
      Microsoft.Support: *`,
  },
  {
    id: "91c1777a-f3dc-4fae-b103-61d183457e46",
    name: "Managed Services Registration assignment Delete Role",
    does: "Lets staff of the managing tenant remove the delegation given to it.",
    actions: `
      Microsoft.ManagedServices: registrationAssignments/read registrationAssignments/delete operationStatuses/read`,
  },
  {
    id: "36243c78-bf99-498c-9df9-86d9f8d28608",
    name: "Resource Policy Contributor",
    does: "Create and change policies, read resources, open support tickets.",
    actions: `
      */read
      Microsoft.Authorization: policyassignments/* policydefinitions/* policyexemptions/* policyenrollments/*
        policysetdefinitions/*
      Microsoft.PolicyInsights: *
      Microsoft.Resources: deployments/*
      Microsoft.Support: *`,
  },
  {
    id: "4a9ae827-6dc8-4573-8ac7-8239d42aa03f",
    name: "Tag Contributor",
    does: "Manage tags without access to the resources themselves.",
    actions: `
      Microsoft.Authorization: */read
      Microsoft.Resources: subscriptions/resourceGroups/read subscriptions/resourceGroups/resources/read
        subscriptions/resources/read deployments/* tags/*
      Microsoft.Insights: alertRules/*
      Microsoft.Support: *`,
  },
  {
    id: "cfd33db0-3dd1-45e3-aa9d-cdbdf3b6f24e",
    name: "Support Request Contributor",
    does: "Create and follow support requests.",
    actions: `
      Microsoft.Authorization: */read
      Microsoft.Resources: subscriptions/resourceGroups/read
      Microsoft.Support: *`,
  },
  {
    id: "72fafb9e-0641-4937-9268-a91bfd8191a3",
    name: "Cost Management Reader",
    does: "View costs, budgets and exports.",
    actions: `
      Microsoft.Consumption: */read
      Microsoft.CostManagement: */read
      Microsoft.Billing: billingPeriods/read billingProperty/read
      Microsoft.Resources: subscriptions/read subscriptions/resourceGroups/read
      Microsoft.Support: *
      Microsoft.Advisor: configurations/read recommendations/read
      Microsoft.Management: managementGroups/read`,
  },
  {
    id: "434105ed-43f6-45c7-a02f-909b2ba83430",
    name: "Cost Management Contributor",
    does: "View costs and manage budgets and exports.",
    actions: `
      Microsoft.Consumption: *
      Microsoft.CostManagement: *
      Microsoft.Billing: billingPeriods/read billingProperty/read
      Microsoft.Resources: subscriptions/read subscriptions/resourceGroups/read
      Microsoft.Support: *
      Microsoft.Advisor: configurations/read recommendations/read
      Microsoft.Management: managementGroups/read`,
  },
  {
    id: "fa23ad8b-c56e-40d8-ac0c-ce449e1d2c64",
    name: "Billing Reader",
    does: "Read billing data.",
    actions: `
      Microsoft.Authorization: */read
      Microsoft.Billing: */read
      Microsoft.Commerce: */read
      Microsoft.Consumption: */read
      Microsoft.Management: managementGroups/read
      Microsoft.CostManagement: */read
      Microsoft.Support: *`,
  },
  {
    id: "b279062a-9be3-42a0-92ae-8b3cf002ec4d",
    name: "Workbook Reader",
    does: "Read workbooks.",
    actions: "microsoft.insights: workbooks/read workbooks/revisions/read workbooktemplates/read",
  },
  {
    id: "e8ddcd69-c73f-4f9f-9844-4100522f16ad",
    name: "Workbook Contributor",
    does: "Save shared workbooks.",
    actions: `
      Microsoft.Insights/workbooks: write delete read revisions/read
      Microsoft.Insights: workbooktemplates/write workbooktemplates/delete workbooktemplates/read`,
  },
  {
    id: "641177b8-a67a-45b9-a033-47bc880bb21e",
    name: "Managed Application Contributor Role",
    does: "Create managed application resources.",
    actions: `
      */read
      Microsoft.Solutions: applications/* register/action
      Microsoft.Resources: subscriptions/resourceGroups/* deployments/*`,
  },
  {
    id: "c7393b34-138c-406f-901b-d8cf2b17e6ae",
    name: "Managed Application Operator Role",
    does: "Read managed application resources and act on them.",
    actions: `
      */read
      Microsoft.Solutions: applications/read */action`,
  },
  {
    id: "5a382001-fe36-41ff-bba4-8bf06bd54da9",
    name: "Azure Sphere Owner",
    does: "Manage Azure Sphere, with role assignments limited by a condition.",
    actions: `
      Microsoft.AzureSphere: *
      Microsoft.Authorization: */read */read
      Microsoft.Resources: deployments/* subscriptions/resourceGroups/read subscriptions/resourceGroups/read
        subscriptions/read deployments/*
      Microsoft.Insights: alertRules/* DiagnosticSettings/* DiagnosticSettingsCategories/Read
      Microsoft.Management: managementGroups/read
      Microsoft.Support: *`,
    also: [
      {
        actions: "Microsoft.Authorization: roleAssignments/write",
        condition:
          "@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals{8b9dfcab4b774632a6df94bd07820648,c8ae62795a0b4cb2b3f0d4d62845742c,6d994134994b4a599974f479f0b227fb,5a382001fe3641ffbba48bf06bd54da9,749f88d5cbae40b8bcfce573ddc772fa,43d0d8ad25c7471493378ba259a9fe05}",
        conditionVersion: "2.0",
      },
      {
        actions: "Microsoft.Authorization: roleAssignments/delete",
        condition:
          "@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals{8b9dfcab4b774632a6df94bd07820648,c8ae62795a0b4cb2b3f0d4d62845742c,6d994134994b4a599974f479f0b227fb,5a382001fe3641ffbba48bf06bd54da9,749f88d5cbae40b8bcfce573ddc772fa,43d0d8ad25c7471493378ba259a9fe05}",
        conditionVersion: "2.0",
      },
    ],
  },
];
