/**
 * A name where there is room for so many letters. One that is too long loses the words that all plans begin with: what
 * tells "Managed Operations Nordics" from its neighbours is its end.
 */
export function nameInRoom(name: string, plans: readonly string[], letters: number): string {
  if (name.length <= letters || plans.length < 2 || !plans.includes(name)) return name;
  const all = plans.map((plan) => plan.split(" "));
  const words = name.split(" ");
  let shared = 0;
  while (shared < words.length - 1 && all.every((other) => other[shared] === words[shared])) shared++;
  return shared === 0 ? name : `…${words.slice(shared).join(" ")}`;
}
