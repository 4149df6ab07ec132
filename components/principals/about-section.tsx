"use client";

import type { ReactNode } from "react";
import { PrincipalLink } from "@/components/principals/reached/access-path";
import { Moment } from "@/components/ui/ago";
import { Foreign } from "@/components/ui/foreign";
import { useNow } from "@/components/ui/use-now";
import type { AccessIndex } from "@/lib/domain/access/access-index";
import { listAt } from "@/lib/domain/access/lists";
import type { ServicePrincipalFacts } from "@/lib/domain/directory";
import type { PrincipalId } from "@/lib/domain/ids";
import { formatAgo, formatCount, formatDate } from "@/lib/format";
import { GroupOwners, OwnedObjects, ServicePrincipalOwners } from "./ownership";
import { hiddenWords } from "./principal-words";

const mostListed = 300;

type Props = { index: AccessIndex; id: PrincipalId };

/** Who is in a group and who owns it, what a person owns, what lets a service principal sign in. */
export function AboutSection({ index, id }: Props) {
  const number = index.people.ids.find(id);
  const kind = index.people.kinds[number];
  const groups = [...listAt(index.graph.groupsOf, number)].map((group) => index.people.ids.at(group));
  return (
    <div className="min-h-0 flex-1 overflow-auto bg-surface flowing:flex-none flowing:overflow-visible px-5 pb-8 max-sm:px-4">
      {kind === "group" && <Members index={index} id={id} />}
      {kind === "servicePrincipal" && <Credentials facts={index.directory.servicePrincipals.get(id)} />}
      <Principals index={index} title="Directly in groups" ids={groups}>
        In no group that a grant leads to, as far as members could be read.
      </Principals>
      {kind === "group" && <GroupOwners index={index} id={id} />}
      {kind === "servicePrincipal" && <ServicePrincipalOwners index={index} id={id} />}
      {kind === "user" && <OwnedObjects index={index} id={id} />}
    </div>
  );
}

function Members({ index, id }: Props) {
  const number = index.people.ids.find(id);
  const hidden = index.graph.hidden.get(number);
  const direct = new Set(listAt(index.graph.membersOf, number));
  const nested = [...index.downward(number).nodes].filter((node) => node !== number && !direct.has(node));
  const idsOf = (nodes: Iterable<number>) => Array.from(nodes, (node) => index.people.ids.at(node));
  return (
    <>
      {hidden && (
        <p role="note" className="mt-3 max-w-[80ch] bg-sev-high-wash px-3 py-2">
          <b className="font-[620]">Members cannot all be seen.</b> <Foreign text={hiddenWords(hidden)} limit={400} />
        </p>
      )}
      <Principals index={index} title="Direct members" ids={idsOf(direct)}>
        {hidden ? "None that could be read." : "The group has no members."}
      </Principals>
      {nested.length > 0 && (
        <Principals index={index} title="Members through nested groups" ids={idsOf(nested)}>
          {null}
        </Principals>
      )}
    </>
  );
}

type PrincipalsProps = { index: AccessIndex; title: string; ids: readonly PrincipalId[]; children: ReactNode };

function Principals({ index, title, ids, children }: PrincipalsProps) {
  return (
    <section className="border-t border-line py-2 first:border-t-0">
      <h2 className="font-[620]">
        {title} <span className="font-[400] text-ink-3">{formatCount(ids.length)}</span>
      </h2>
      {ids.length === 0 && <p className="text-ink-2">{children}</p>}
      <ul className="gap-x-6 sm:columns-2 lg:columns-3 xl:columns-4 [&_li]:truncate [&_li]:py-0.5">
        {ids.slice(0, mostListed).map((id) => (
          <li key={id}>
            <PrincipalLink index={index} id={id} />
          </li>
        ))}
      </ul>
      {ids.length > mostListed && <p className="text-ink-3">{formatCount(ids.length - mostListed)} more</p>}
    </section>
  );
}

const types = {
  application: "Application",
  managedIdentity: "Managed identity",
  legacy: "Legacy",
  unknown: "A type that Fresnel does not know",
};

function Credentials({ facts }: { facts: ServicePrincipalFacts | undefined }) {
  const now = useNow();
  const credentials = facts?.credentials;
  return (
    <section className="max-w-[80ch] py-2">
      <h2 className="font-[620]">Credentials</h2>
      <p className="text-ink-2">
        {facts?.type ? types[facts.type] : "Microsoft Graph does not tell its type"}
        {facts?.enabled === false && ", disabled"}
      </p>
      {credentials === undefined && (
        <p>
          Cannot see: reading credentials takes Application.Read.All in Microsoft Graph, and an application of another
          tenant keeps its own there.
        </p>
      )}
      {credentials?.length === 0 && (
        <p>
          {facts?.type === "managedIdentity" ? "Azure keeps them; nobody can read or copy them." : "None of its own."}
        </p>
      )}
      <ul className="[&_li]:mt-1">
        {credentials?.map(({ kind, expires }, at) => (
          <li key={at}>
            {kind === "password" ? "Password" : "Certificate"}{" "}
            {expires === undefined ? (
              <span className="text-ink-3">whose end Microsoft Graph does not tell</span>
            ) : (
              <Moment at={expires}>
                {expires > now ? "expires" : "expired"} {formatDate(expires)},{" "}
                <b className="font-[560]">{formatAgo(expires, now)}</b>
              </Moment>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
