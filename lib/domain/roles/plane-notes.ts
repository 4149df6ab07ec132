import type { PlacedOperation } from "./plane-of-operation";

/** What is to be said of some of the operations that were asked for; a sentence that their names end. */
export type PlaneNote = Readonly<{ words: string; operations: readonly string[] }>;

const none = "Azure Lighthouse delegates none";

/** What data actions there are among the operations, and of which of them nobody can tell. */
export function planeNotes(placed: readonly PlacedOperation[]): PlaneNote[] {
  const note = (wanted: (one: PlacedOperation) => boolean, one: string, many = one): PlaneNote[] => {
    const operations = placed.filter(wanted).map(({ operation }) => operation);
    return operations.length === 0 ? [] : [{ words: operations.length === 1 ? one : many, operations }];
  };
  return [
    ...note(
      ({ plane, doubt }) => plane === "data" && !doubt,
      `A data action, and ${none}`,
      `Data actions, and ${none}`,
    ),
    ...note(
      ({ doubt }) => doubt === "perhapsBoth",
      `Known for data actions alone, of which ${none}; whether it stands for operations on resources too is not known`,
      `Known for data actions alone, of which ${none}; whether they stand for operations on resources too is not known`,
    ),
    ...note(
      ({ doubt }) => doubt === "both",
      `Stands for data actions too, which are left out here: ${none}`,
      `Stand for data actions too, which are left out here: ${none}`,
    ),
    ...note(
      ({ doubt }) => doubt === "unknown",
      `Whether it is a data action is not known, and ${none}; judged as an operation on resources`,
      `Whether they are data actions is not known, and ${none}; judged as operations on resources`,
    ),
  ];
}
