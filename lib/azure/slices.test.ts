import { expect, it } from "vitest";
import { listInSlices } from "./slices";
import { MalformedRecord, type Parse } from "./wire";

/** A record that takes a millisecond to read. */
const slow: Parse<number> = (raw) => {
  for (const until = performance.now() + 1; performance.now() < until;);
  if (typeof raw !== "number") throw new MalformedRecord("", "is no number");
  return raw;
};

it("lets others have their turn while a page is read, and keeps the order", async () => {
  const raw = Array.from({ length: 300 }, (_, index) => (index === 70 ? "bad" : index));
  let turns = 0;
  let isReading = true;
  const count = () => {
    turns += 1;
    if (isReading) setImmediate(count);
  };
  setImmediate(count);
  const { items, malformed } = await listInSlices(raw, slow, "data");
  isReading = false;
  expect(items).toEqual(raw.filter((one) => one !== "bad"));
  expect(malformed).toEqual([{ path: "data[70]", message: "is no number" }]);
  expect(turns).toBeGreaterThanOrEqual(8);
});
