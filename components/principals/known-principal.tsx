"use client";

import { GitCompare, UserX } from "lucide-react";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useMemo, type ReactNode } from "react";
import type { Access } from "@/components/access/access-view";
import { OwnActivationsBanner, OwnActivationsButton } from "@/components/access/own-activations";
import { stateTags } from "@/components/access/state-tags";
import { useOwnActivations } from "@/components/access/use-own-activations";
import { LazyCounts } from "@/components/assessment/lazy-counts";
import { InVainTable } from "@/components/principals/reached/in-vain-table";
import { directly } from "@/components/principals/reached/reached-spec";
import { ReachedTable } from "@/components/principals/reached/reached-table";
import { FreshnessRow } from "@/components/shell/shell";
import { buttonLook } from "@/components/ui/button";
import { Crumbs } from "@/components/ui/crumbs";
import { Link } from "@/components/ui/link";
import { NameOrId } from "@/components/ui/name-or-id";
import { PageHead } from "@/components/ui/page-head";
import { usePageTitle } from "@/components/ui/use-page-title";
import { namesOf, statesOf } from "@/lib/domain/access/principal-state";
import type { PrincipalId } from "@/lib/domain/ids";
import { paths } from "@/lib/paths";
import { reachedIn } from "@/lib/queries/reached";
import { AboutSection } from "./about-section";
import { BlindSection, blindCount } from "./blind-section";
import { PrincipalFacts } from "./principal-facts";
import { partNames, PrincipalParts, type Part } from "./principal-parts";
import { PrincipalWarnings } from "./principal-warnings";
import { kindWords, nameText } from "./principal-words";
import { PrincipalsCrumb } from "./with-principal";

type Props = { id: PrincipalId; access: Access; banners: ReactNode };

export function KnownPrincipal({ id, access, banners }: Props) {
  const { index } = access;
  const own = useOwnActivations(index, { of: id });
  const { reach, rows } = useMemo(() => reachedIn(index, id, own.active), [index, id, own.active]);
  const [asked, setPart] = useQueryState("show", parseAsStringLiteral(partNames));
  const [open] = useQueryState("open");
  // Of a leaver what gives nothing is what matters, and there is nothing else to see.
  const first = rows.length === 0 && reach.inVain.length > 0 && open === null ? "nothing" : "reached";
  const part = asked ?? first;
  const [, setThrough] = useQueryState("through");
  const { name, label } = namesOf(index, id);
  usePageTitle("Principal", nameText({ name: name ?? label, id }));

  const kind = index.people.kinds[index.people.ids.find(id)];
  const go = (next: Part) => void setPart(next === first ? null : next, { history: "push" });
  const head = (actions: ReactNode) => (
    <>
      <PageHead
        crumb={<Crumbs of={[<PrincipalsCrumb key="all" />, kindWords(kind)]} />}
        title={
          <>
            <NameOrId name={name ?? label} id={id} idLook="text-md tracking-normal" />
            {stateTags(statesOf(index, id))}
          </>
        }
        marks={<LazyCounts kind="principal" id={id} />}
        actions={
          <>
            <OwnActivationsButton own={own} />
            <Link href={paths.compareWith(id)} className={buttonLook({ variant: "quiet" })}>
              <GitCompare aria-hidden size={15} />
              <span className="max-sm:sr-only">Compare</span>
            </Link>
            <Link href={paths.leaver(id)} className={buttonLook()}>
              <UserX aria-hidden size={15} />
              <span className="max-sm:sr-only">Leaver check</span>
            </Link>
            {actions}
          </>
        }
      />
      <FreshnessRow />
      {banners}
      <OwnActivationsBanner own={own} />
      <PrincipalFacts index={index} id={id} rows={rows} blind={reach.blind} />
      <PrincipalWarnings
        index={index}
        reach={reach}
        rows={rows}
        onShowDirect={() => {
          void setPart(null);
          void setThrough(directly);
        }}
      />
      <PrincipalParts
        kind={kind}
        part={part}
        first={first}
        counts={{ customers: rows.length, nothing: reach.inVain.length, blind: blindCount(reach.blind) }}
        onGo={go}
      />
    </>
  );

  return (
    <div className="flex flex-1 basis-0 flex-col">
      {part === "reached" ? (
        <ReachedTable access={access} reach={reach} rows={rows} name={name} head={head} />
      ) : part === "nothing" ? (
        <InVainTable access={access} reach={reach} head={head} />
      ) : (
        <>
          {head(null)}
          {part === "blind" ? (
            <BlindSection index={index} blind={reach.blind} />
          ) : (
            <AboutSection index={index} id={id} />
          )}
        </>
      )}
    </div>
  );
}
