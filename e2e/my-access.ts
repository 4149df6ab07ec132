import type { Page } from "@playwright/test";
import type { World } from "../emulator/world";
import { rowsOf, tableOf } from "./table";

/** My access: its address, its rows and dialogs, and the requests that it may send. */
export const path = "/access/mine";
export const ourRequest = /\/providers\/Microsoft\.Authorization\/roleAssignmentScheduleRequests\/[0-9a-f-]{36}$/;
export const asked = new RegExp(`^PUT .*${ourRequest.source}`);
export const taken = new RegExp(`^POST .*${ourRequest.source.slice(0, -1)}/cancel$`);

export const dialog = (page: Page) => page.getByRole("dialog");
export const row = (page: Page, scope: string, kind: string) =>
  rowsOf(tableOf(page))
    .filter({ hasText: scope })
    .filter({ hasText: new RegExp(kind) });

export const subscriptionNamed = (world: World, name: string) =>
  [...world.subscriptions.values()].find(({ displayName }) => displayName === name)?.subscriptionId ?? "";

export const facts = (page: Page, term: string) =>
  dialog(page)
    .locator("dt")
    .filter({ hasText: new RegExp(`^${term}$`) })
    .last()
    .locator("xpath=following-sibling::dd[1]");
