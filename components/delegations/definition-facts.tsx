"use client";

import type { ReactNode } from "react";
import { Moment, Unknown } from "@/components/ui/ago";
import { CopyButton } from "@/components/ui/copy-button";
import { Foreign } from "@/components/ui/foreign";
import { RecordDetails } from "@/components/ui/record-details";
import { PanelSection } from "@/components/ui/side-panel";
import { StateTag } from "@/components/ui/state-tag";
import type { Definition, History } from "@/lib/domain/definition";
import { moment } from "@/lib/domain/history";
import type { ArmId } from "@/lib/domain/ids";
import { formatJson } from "@/lib/format";
import { UnkeptRecord } from "./unkept-record";

/** What the registration definition says of itself. */
export function DefinitionFacts({ definition }: { definition: Definition }) {
  const { description, plan, managingTenant, managingTenantName, customer, customerName, state } = definition;
  return (
    <Pairs>
      {description && (
        <Pair name="Description">
          <Foreign text={description} limit={1000} className="whitespace-pre-wrap" />
        </Pair>
      )}
      {plan ? (
        <Pair name="Plan">
          <Foreign text={`${plan.publisher} / ${plan.product} / ${plan.name}`} /> <Foreign text={plan.version} />
        </Pair>
      ) : (
        <Pair name="Source">ARM template</Pair>
      )}
      <Pair name="State">
        <StateTag state={state} />
      </Pair>
      <Pair name="Managing tenant">
        {managingTenantName && <Foreign text={managingTenantName} className="block" />}
        <Mono text={managingTenant} />
      </Pair>
      <Pair name="Signed by">
        {customerName && <Foreign text={customerName} className="block" />}
        {customer ? <Mono text={customer} /> : <Unknown what="The definition does not name the customer's tenant" />}
      </Pair>
    </Pairs>
  );
}

type RawProps = { title: string; raw: unknown; history: History; id: ArmId };

/** Who wrote a record and when, and the record as Azure sent it. */
export function RawRecord({ title, raw, history, id }: RawProps) {
  return (
    <PanelSection title={title}>
      <Pairs>
        <Pair name="Created">
          <Written at={history.createdAt} by={history.createdBy} />
        </Pair>
        <Pair name="Changed">
          <Written at={history.changedAt} by={history.changedBy} />
        </Pair>
        <Pair name="Id">
          <span className="flex items-start gap-1">
            <Mono text={id} />
            <CopyButton text={id} what="Id" />
          </span>
        </Pair>
      </Pairs>
      {raw === undefined ? <UnkeptRecord id={id} /> : <RecordDetails text={formatJson(raw)} />}
    </PanelSection>
  );
}

function Written({ at, by }: { at: string | undefined; by: string | undefined }) {
  const time = moment(at);
  if (time === undefined && by === undefined) return <Unknown what="Azure does not tell" />;
  return (
    <>
      {time === undefined ? <Unknown what="Azure does not tell when" /> : <Moment at={time} />}
      {by !== undefined && (
        <>
          {" "}
          by <Foreign text={by} />
        </>
      )}
    </>
  );
}

const Mono = ({ text }: { text: string }) => <code className="font-mono text-sm break-all text-ink-2">{text}</code>;

const Pairs = ({ children }: { children: ReactNode }) => (
  <dl className="grid grid-cols-[112px_minmax(0,1fr)] gap-y-1.5 pb-2">{children}</dl>
);

const Pair = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt className="text-ink-2">{name}</dt>
    <dd className="min-w-0">{children}</dd>
  </>
);
