"use client";

import { Copy } from "lucide-react";
import { useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-button";
import { PanelSection } from "@/components/ui/side-panel";
import { ToggleGroup } from "@/components/ui/toggle-group";
import { useMore } from "@/components/ui/use-more";
import { adviceOf } from "@/lib/domain/findings/evidence/advice";
import type { Finding } from "@/lib/domain/findings/finding";
import { choicesOf, type Choice } from "@/lib/domain/findings/fixes/choices";
import { customerMessage } from "@/lib/domain/findings/fixes/customer-message";
import { distinctChanges } from "@/lib/domain/findings/fixes/distinct-changes";
import { formatCount, formatForeign } from "@/lib/format";
import type { Findings } from "@/lib/queries/findings";
import { OfferChange } from "./offer-change";
import { Replacements } from "./replacements";

const names: Readonly<Record<Choice["kind"], string>> = {
  smaller: "Replace role",
  eligible: "Make eligible",
  policy: "Tighten policy",
  remove: "Remove",
  mend: "Change",
};

const atFirst = 3;

/** What to do: ways to change the offer, each before and after with a fragment that deploys, and what to tell the customer. */
export function FixSection({ finding, findings }: { finding: Finding; findings: Findings }) {
  const { assessment } = findings;
  const choices = useMemo(() => choicesOf(finding, assessment), [finding, assessment]);
  const [kind, setKind] = useState<Choice["kind"]>();
  const [role, setRole] = useState(0);
  const [shown, showMore] = useMore(atFirst);
  const choice = choices.find((one) => one.kind === kind) ?? choices.find(keepsWork) ?? choices[0];

  const replacement = choice?.kind === "smaller" ? (choice.roles[role] ?? choice.roles[0]) : undefined;
  const changes = replacement ? [replacement.change] : choice && choice.kind !== "smaller" ? choice.changes : [];
  const distinct = distinctChanges(changes);
  const [first] = distinct;
  // Each customer has offers of its own, so that only words that are true of all of them can be told to all.
  const told = distinct.length === 1 ? first?.change : undefined;
  const message = customerMessage(finding, told, assessment, inLetter);
  return (
    <>
      <PanelSection
        title="How to fix"
        choice={
          choice &&
          choices.length > 1 && (
            <ToggleGroup
              label="Fix"
              value={choice.kind}
              options={choices.map((one) => ({ value: one.kind, label: names[one.kind] }))}
              onChange={setKind}
            />
          )
        }
      >
        <p className="max-w-[64ch] pb-2 text-ink-2">{adviceOf(finding, assessment)}</p>
        {choice?.kind === "smaller" && replacement && (
          <Replacements
            finding={finding}
            assessment={assessment}
            roles={choice.roles}
            chosen={replacement}
            onChoose={setRole}
          />
        )}
        {choice?.kind === "remove" && (
          <p className="max-w-[64ch] pb-2 text-ink-2">
            This takes the role away: whoever does this work through the offer cannot do it any more.
          </p>
        )}
        {distinct.slice(0, shown).map(({ change, further }) => (
          <OfferChange
            key={change.definition.id}
            change={change}
            alike={further + finding.alike.length}
            findings={findings}
          />
        ))}
        {distinct.length > shown && (
          <Button size="small" className="mb-2" onClick={showMore}>
            Show more of {formatCount(distinct.length)} offers
          </Button>
        )}
      </PanelSection>
      {message !== undefined && (
        <PanelSection title="What to tell the customer">
          <blockquote className="border-l-2 border-line-2 pl-3 text-ink-2">
            <bdi>{message}</bdi>
          </blockquote>
          <Button size="small" icon={Copy} className="my-2" onClick={() => void copyText(message, "Message")}>
            Copy message
          </Button>
        </PanelSection>
      )}
    </>
  );
}

/** Whoever works with the role goes on doing so: what another role would lose is for a person to weigh. */
const keepsWork = ({ kind }: Choice) => kind === "eligible" || kind === "policy";

/** A name as a letter may hold it. */
const inLetter = (name: string) => formatForeign(name, 80);
