"use client";

import type { ReactNode } from "react";
import { FreshnessRow } from "@/components/shell/shell";
import { Crumbs } from "@/components/ui/crumbs";
import { Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import type { ReachCount } from "./reach-count";

type Props = {
  /** The list that the subject of the page is in. */
  list: Readonly<{ name: string; path: string }>;
  title: ReactNode;
  crumb?: ReactNode;
  count?: ReachCount;
  actions?: ReactNode;
};

/** The head of a page about who reaches something. */
export function ReachHead({ list, title, crumb, count, actions }: Props) {
  return (
    <>
      <PageHead
        crumb={
          <Crumbs
            of={[
              <Link key="list" href={list.path} className="hover:text-ink">
                {list.name}
              </Link>,
              crumb,
            ]}
          />
        }
        title={title}
        count={count?.principals}
        marks={count?.lines && <span className="text-sm text-ink-3">{count.lines}</span>}
        actions={actions}
      />
      <FreshnessRow />
    </>
  );
}
