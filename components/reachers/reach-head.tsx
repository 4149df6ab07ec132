"use client";

import type { ReactNode } from "react";
import { FreshnessRow } from "@/components/shell/shell";
import { Crumbs } from "@/components/ui/crumbs";
import { Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";

type Props = {
  /** The list that the subject of the page is in. */
  list: Readonly<{ name: string; path: string }>;
  title: ReactNode;
  crumb?: ReactNode;
  count?: number;
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
        count={count}
        actions={actions}
      />
      <FreshnessRow />
    </>
  );
}
