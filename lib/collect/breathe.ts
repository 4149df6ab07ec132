type Scheduler = Readonly<{ yield?: () => Promise<void> }>;

const ofBrowser = (): Scheduler | undefined => Reflect.get(globalThis, "scheduler") as Scheduler | undefined;

/** Lets whoever types or scrolls have their turn between two pieces of work. */
export const breathe = (): Promise<void> =>
  ofBrowser()?.yield?.() ??
  new Promise((resolve) => {
    // A message is not held back to the 4 ms of a nested timer.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
