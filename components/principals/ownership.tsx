"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAzure } from "@/components/auth/use-azure";
import { Button } from "@/components/ui/button";
import { Foreign } from "@/components/ui/foreign";
import { Link } from "@/components/ui/link";
import type { AccessIndex } from "@/lib/domain/access/access-index";
import type { PrincipalId } from "@/lib/domain/ids";
import type { Principal } from "@/lib/domain/principal";
import { formatCounted } from "@/lib/format";
import { paths } from "@/lib/paths";
import { groupOwnersQuery, ownedByQuery, servicePrincipalOwnersQuery } from "@/lib/queries/directory";
import { principalIcon } from "./principal-icon";
import { nameText } from "./principal-words";

type Owned = Readonly<{
  principals: readonly Principal[];
  applications: readonly Readonly<{ appId: string; name: string }>[];
  malformed: readonly unknown[];
}>;

type Props = { index: AccessIndex; id: PrincipalId };

export function GroupOwners(props: Props) {
  const { azure } = useAzure();
  return (
    <OnDemand
      {...props}
      title="Owners"
      why="Owners change who is in the group, and so who reaches its customers. They are no members by that alone."
      ask="Read owners"
      none="Microsoft Graph names no owner."
      query={groupOwnersQuery(azure, props.id)}
    />
  );
}

export function ServicePrincipalOwners(props: Props) {
  const { azure } = useAzure();
  return (
    <OnDemand
      {...props}
      title="Owners"
      why="Owners can add a credential and act as this service principal."
      ask="Read owners"
      none="Microsoft Graph names no owner."
      query={servicePrincipalOwnersQuery(azure, props.id)}
    />
  );
}

export function OwnedObjects(props: Props) {
  const { azure } = useAzure();
  return (
    <OnDemand
      {...props}
      title="Owned"
      why="Whoever owns a group changes its members; whoever owns an application or service principal can act as it."
      ask="Read what this person owns"
      none="Microsoft Graph names nothing that this person owns."
      query={ownedByQuery(azure, props.id)}
    />
  );
}

type DemandProps = Props & {
  title: string;
  why: string;
  ask: string;
  none: string;
  /** All three are alike. */
  query: ReturnType<typeof groupOwnersQuery>;
};

/** What is read of Microsoft Graph only when somebody asks: one request for one principal. */
function OnDemand({ index, title, why, ask, none, query }: DemandProps) {
  const [isAsked, setAsked] = useState(false);
  const { data, error, isFetching, refetch } = useQuery({ ...query, enabled: isAsked });
  return (
    <section className="max-w-[80ch] border-t border-line py-2">
      <h2 className="font-[620]">{title}</h2>
      <p className="pb-1.5 text-ink-2">{why}</p>
      {!data && (
        <Button size="small" isBusy={isFetching} onClick={() => (isAsked ? void refetch() : setAsked(true))}>
          {error ? "Try again" : ask}
        </Button>
      )}
      <div role="status">
        {error && (
          <p className="pt-1.5 text-stale-text">
            Could not be read. <Foreign text={error.message} limit={400} />
          </p>
        )}
        {data && <Found index={index} owned={data} none={none} />}
      </div>
    </section>
  );
}

function Found({
  index,
  owned: { principals, applications, malformed },
  none,
}: {
  index: AccessIndex;
  owned: Owned;
  none: string;
}) {
  return (
    <>
      {principals.length + applications.length === 0 && <p>{none}</p>}
      <ul className="[&_li]:mt-1">
        {principals.map((principal) => (
          <li key={principal.id}>
            <OwnedPrincipal index={index} principal={principal} />
          </li>
        ))}
        {applications.map(({ appId, name }) => (
          <li key={appId}>
            {principalIcon("servicePrincipal")}
            <Foreign text={name} /> <span className="text-ink-3">application {appId}</span>
          </li>
        ))}
      </ul>
      {malformed.length > 0 && (
        <p className="text-stale-text">{formatCounted(malformed.length, "record")} could not be understood.</p>
      )}
    </>
  );
}

function OwnedPrincipal({ index, principal }: { index: AccessIndex; principal: Principal }) {
  const kind = principal.state === "deleted" ? undefined : principal.kind;
  const name = principal.state === "found" ? principal.name : undefined;
  const words = (
    <>
      {principalIcon(kind)}
      <bdi>{nameText({ name, id: principal.id })}</bdi>
    </>
  );
  if (index.people.ids.find(principal.id) < 0) return <span>{words}</span>;
  return (
    <Link href={paths.principal(principal.id)} className="link">
      {words}
    </Link>
  );
}
