import { isSpokenFor } from "@/lib/domain/coverage";
import type { ProvisioningState } from "@/lib/domain/definition";
import { cannotJudge, hit, type Hit } from "@/lib/domain/findings/judgement";
import type { EstateRule } from "@/lib/domain/findings/rule";
import type { Severity } from "@/lib/domain/findings/severity";
import { cited } from "../cited";

export const unfinished: EstateRule = {
  id: "LH-DEL-009",
  severity: "medium",
  title: "Offer without a delegation, or a deployment that did not succeed",
  why: "What is half there is taken for whole: people plan with access that nobody has, or an old offer lies ready that somebody delegates by mistake.",
  how: "A definition that no delegation uses, which is low and only said of subscriptions that answered; or a definition or delegation whose provisioningState is not Succeeded, which is medium where it failed, was cancelled or is deleted, and low while it goes on.",
  fix: "Look at the deployment at the customer, repeat it or remove what is left of it.",
  toCustomer: "Please tell us whether you still want this offer: deploy it again if so, or remove what is left of it.",
  sources: [cited.armReference],
  on: "estate",
  *find({ definitions, delegations, delegationsOf, inventory }): Iterable<Hit> {
    for (const definition of definitions) {
      const severity = severityOf(definition.state);
      const subject = { kind: "definition", definition } as const;
      if (severity) yield hit(subject, severity);
      else if (delegationsOf(definition).length === 0) {
        const { subscription } = definition;
        const isKnown = isSpokenFor(inventory.coverage.subscriptions.get(subscription));
        yield isKnown ? hit(subject, "low") : cannotJudge({ kind: "subscription", about: subscription });
      }
    }
    for (const delegation of delegations) {
      const severity = severityOf(delegation.state);
      if (severity) yield hit({ kind: "delegation", delegation }, severity);
    }
  },
  facts(subject, { delegationsOf }) {
    if (subject.kind === "delegation") return [{ label: "provisioningState", value: subject.delegation.state }];
    if (subject.kind !== "definition") return [];
    const { definition } = subject;
    return [
      { label: "provisioningState", value: definition.state },
      { label: "delegations", value: String(delegationsOf(definition).length) },
    ];
  },
};

const ended: ReadonlySet<ProvisioningState> = new Set(["Failed", "Canceled", "Deleted"]);

const severityOf = (state: ProvisioningState): Severity | undefined =>
  state === "Succeeded" ? undefined : ended.has(state) ? "medium" : "low";
