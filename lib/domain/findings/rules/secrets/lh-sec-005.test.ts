import { expect, test } from "vitest";
import { linesFound } from "@/lib/domain/findings/example-findings";
import { standingClusterAdmin } from "./lh-sec-005";

test("the administrator's credential, and commands run on the cluster", () => {
  expect(
    linesFound(standingClusterAdmin, ["Microsoft.ContainerService/managedClusters/listClusterAdminCredential/action"]),
  ).toBe(1);
  expect(linesFound(standingClusterAdmin, ["Microsoft.ContainerService/managedClusters/runcommand/action"])).toBe(1);
  expect(linesFound(standingClusterAdmin, ["Microsoft.HybridContainerService/provisionedClusterInstances/*"])).toBe(1);
});

test("a user's credential is checked by Entra ID", () => {
  expect(
    linesFound(standingClusterAdmin, ["Microsoft.ContainerService/managedClusters/listClusterUserCredential/action"]),
  ).toBe(0);
  expect(linesFound(standingClusterAdmin, ["Microsoft.ContainerService/managedClusters/*"], ["*/action"])).toBe(0);
});
