// @vitest-environment jsdom
import { cleanup, render, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { SidePanel } from "./side-panel";
import { usePageTitle } from "./use-page-title";

beforeEach(() => {
  document.title = "Findings · Fresnel";
});
afterEach(cleanup);

function Page({ open, name }: { open?: string; name?: string }) {
  usePageTitle("Findings", name);
  if (!open) return null;
  return (
    <SidePanel
      shown={open}
      kicker="Finding"
      title={<b>{open}</b>}
      onPrevious={undefined}
      onNext={undefined}
      onClose={() => undefined}
    >
      why
    </SidePanel>
  );
}

test("what is open is named before the page, until it closes", () => {
  const { rerender } = render(<Page open="Keys for all" />);
  expect(document.title).toBe("Keys for all · Findings · Fresnel");
  rerender(<Page open="Standing owner" />);
  expect(document.title).toBe("Standing owner · Findings · Fresnel");
  rerender(<Page />);
  expect(document.title).toBe("Findings · Fresnel");
});

test("a page's name that comes later stands after it", async () => {
  const { rerender } = render(<Page open="Keys for all" />);
  rerender(<Page open="Keys for all" name="Contoso" />);
  await waitFor(() => expect(document.title).toBe("Keys for all · Contoso · Fresnel"));
});

test("another page keeps the title that it has by then", () => {
  const { unmount } = render(<Page open="Keys for all" />);
  document.title = "Roles · Fresnel";
  unmount();
  expect(document.title).toBe("Roles · Fresnel");
});
