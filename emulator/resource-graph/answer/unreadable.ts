import { randomFrom } from "../../faults";
import type { Fault, World } from "../../world";

type State = { fired: number; random: () => number };
const states = new WeakMap<World, Map<Fault, State>>();

/** Lower-cased ids of subscriptions whose rows a fault makes vanish without a word, as Resource Graph itself does. */
export function unreadableSubscriptions(world: World, caller: string, query: string): ReadonlySet<string> {
  const hidden = new Set<string>();
  for (const [index, fault] of world.faults.entries()) {
    const subscription = fault.match?.subscription;
    if (subscription && matches(fault, caller, query) && fires(world, fault, index))
      hidden.add(subscription.toLowerCase());
  }
  return hidden;
}

function matches({ service, match = {}, effect }: Fault, caller: string, query: string): boolean {
  if (effect.kind !== "unreadable" || (service !== "resourceGraph" && service !== "any")) return false;
  if (match.persona && match.persona.toLowerCase() !== caller.toLowerCase()) return false;
  return !match.contains || query.toLowerCase().includes(match.contains.toLowerCase());
}

/** Each query is one occasion, a further page too. */
function fires(world: World, fault: Fault, index: number): boolean {
  const ofWorld = states.get(world) ?? new Map<Fault, State>();
  states.set(world, ofWorld);
  const state = ofWorld.get(fault) ?? { fired: 0, random: randomFrom(world.seed * 6007 + index) };
  ofWorld.set(fault, state);
  if (state.fired >= (fault.times ?? Infinity)) return false;
  if (fault.rate !== undefined && state.random() >= fault.rate) return false;
  state.fired++;
  return true;
}
