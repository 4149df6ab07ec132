// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { CustomerRow } from "@/lib/domain/customer";
import { CustomerFacts, CustomerHead, OwnAccessRow } from "./customer-head";

vi.mock("./own-access", () => ({
  OwnAccess: ({ isRow = false }) => <p>{isRow ? "a row of its own" : "in the head"}</p>,
}));
vi.mock("./near-customers", () => ({ NearCustomers: () => null }));
vi.mock("@/components/assessment/lazy-counts", () => ({ LazyCounts: () => null }));
vi.mock("@/components/auth/use-azure", () => ({ useAzure: () => ({ azure: undefined }) }));

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const customer = { tenant: "tenant", name: "Adatum", state: "Succeeded" } as unknown as CustomerRow;

test.each([
  [390, "a row of its own"],
  [640, "a row of its own"],
  [1023, "a row of its own"],
  [1024, "in the head"],
  [1440, "in the head"],
])("%i pixels wide, one's own access is %s, and stands once", async (width, place) => {
  vi.stubGlobal("matchMedia", (query: string) => ({
    matches: width <= Number(/max-width: ([\d.]+)px/.exec(query)?.[1]),
    addEventListener() {},
    removeEventListener() {},
  }));
  render(
    <>
      <CustomerHead customer={customer} customers={[customer]} delegations={[]} inventory={undefined as never} />
      <OwnAccessRow customer={customer} />
    </>,
  );
  expect(await screen.findByText(place)).toBeTruthy();
  expect(screen.getAllByText(/row of its own|in the head/)).toHaveLength(1);
});

test("when a customer changed last is unknown because nothing of it could be read", () => {
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
  const unread = { tenant: "tenant", offers: [], definitionsUnread: 0, coverage: { spokenFor: 0, known: 2 } };
  render(<CustomerFacts customer={unread as unknown as CustomerRow} delegations={[]} />);
  expect(screen.getByText("Last change").parentElement?.textContent).toContain("Could not be read");
});
