import { expect, test } from "vitest";
import { isOperationName } from "./operation-name";

test.each([
  "Microsoft.Compute/virtualMachines/start/action",
  "microsoft.web/sites/config/list/ACTION",
  "Microsoft.CognitiveServices/accounts/analyzers:analyze/action",
  "*",
  "*/read",
  "*keys/action",
  "Microsoft.*",
  "Microsoft.Compute/*",
  "Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action",
])("%s may be asked for", (text) => expect(isOperationName(text)).toBe(true));

test.each([
  "garbage",
  "value",
  "read",
  "garbage/value/action",
  "Microsoft.Compute",
  "Microsoft.Compute/read",
  "Microsoft.Compute/virtualMachines",
  "Microsoft.Compute//read",
  "Microsoft.Compute/virtual machines/read",
  "gar*bage",
  "garbage/*",
  "<b>/*",
  "",
])("%j is no operation", (text) => expect(isOperationName(text)).toBe(false));
