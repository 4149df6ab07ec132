// @vitest-environment jsdom
import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { OperationName } from "./operation-name";

afterEach(cleanup);

test("an operation breaks after its slashes, and is copied as it is", () => {
  const { container } = render(<OperationName text="Microsoft.Storage/storageAccounts/listKeys/action" />);
  expect(container.textContent).toBe("Microsoft.Storage/storageAccounts/listKeys/action");
  expect(container.querySelectorAll("wbr")).toHaveLength(3);
});
