import { expect, test } from "vitest";
import { virtualClock } from "@/lib/azure/testing/virtual-clock";
import { createPublisher } from "./publisher";

const published = async (
  script: (change: (isUrgent?: boolean) => void, wait: (ms: number) => Promise<void>) => Promise<void>,
  showingTakes = 0,
) => {
  const { clock, run, sleep } = virtualClock();
  const start = clock.now();
  const at: number[] = [];
  const publish = () => {
    at.push(clock.now() - start);
    sleep(showingTakes);
  };
  const publisher = createPublisher(publish, clock);
  await run(script(publisher.changed, clock.wait));
  return { at, publisher, run, clock };
};

test("the first change is shown at once, those after it together a quarter of a second later", async () => {
  const { at } = await published(async (change, wait) => {
    for (let index = 0; index < 30; index++) {
      change();
      await wait(10);
    }
    await wait(1000);
  });
  expect(at).toEqual([0, 250, 500]);
});

test("the last change is shown though nothing follows it", async () => {
  const { at } = await published(async (change, wait) => {
    change();
    await wait(1);
    change();
    await wait(5000);
  });
  expect(at).toEqual([0, 250]);
});

test("an urgent change does not wait, and takes those with it that do", async () => {
  const { at } = await published(async (change, wait) => {
    change();
    await wait(20);
    change();
    await wait(20);
    change(true);
    await wait(1000);
  });
  expect(at).toEqual([0, 40]);
});

test("nothing is shown after the end", async () => {
  const { at, publisher, run, clock } = await published(async (change, wait) => {
    change();
    await wait(1);
    change();
  });
  publisher.stop();
  await run(clock.wait(1000));
  expect(at).toEqual([0]);
});

test("what takes long to show is shown less often, but once a second all the same", async () => {
  const changing = async (change: () => void, wait: (ms: number) => Promise<void>) => {
    for (let index = 0; index < 20; index++) {
      change();
      await wait(100);
    }
  };
  expect((await published(changing, 100)).at.slice(0, 4)).toEqual([0, 400, 800, 1200]);
  expect((await published(changing, 600)).at.slice(0, 3)).toEqual([0, 1000, 2000]);
});
