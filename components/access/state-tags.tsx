import { Tag, type Tone } from "@/components/ui/tag";
import type { PrincipalState } from "@/lib/domain/access/principal-state";

type StateWords = Readonly<{ name: string; why: string; tone: Tone }>;

export const stateWords: Readonly<Record<PrincipalState, StateWords>> = {
  deleted: { name: "deleted", why: "The managing tenant's directory has no such object any more", tone: "critical" },
  unreadable: {
    name: "not readable",
    why: "The directory could not be read: whether it still exists is not known",
    tone: "outline",
  },
  disabled: { name: "disabled", why: "The account is disabled, and nobody can sign in with it", tone: "high" },
  guest: { name: "guest", why: "Somebody of another organisation, invited to the managing tenant", tone: "plain" },
  microsoft365: { name: "Microsoft 365", why: "A Microsoft 365 group carries no Azure roles", tone: "high" },
  distribution: { name: "distribution list", why: "A distribution list carries no Azure roles", tone: "high" },
  dynamic: { name: "dynamic", why: "Its members follow from a rule", tone: "plain" },
  roleAssignable: {
    name: "role-assignable",
    why: "Only privileged role administrators and its owners change its members",
    tone: "plain",
  },
  managedIdentity: { name: "managed identity", why: "Azure keeps its credentials", tone: "plain" },
};

/** What a principal is beside its kind. A function, not a component: tables draw dozens in every frame that scrolls. */
export const stateTags = (states: readonly PrincipalState[]) =>
  states.map((state) => {
    const { name, why, tone } = stateWords[state];
    return (
      <span key={state} className="ml-1.5">
        <Tag tone={tone} title={why}>
          {name}
        </Tag>
      </span>
    );
  });
