"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { classNames } from "@/components/ui/class-names";
import { paths } from "@/lib/paths";

/** The views of one customer. Each has an address of its own. */
export function CustomerTabs({ tenantId }: { tenantId: string }) {
  const path = usePathname();
  const tabs = [
    { name: "Delegations", path: paths.customer(tenantId) },
    { name: "Access", path: paths.customerAccess(tenantId) },
  ];
  return (
    <nav aria-label="Customer" className="flex shrink-0 gap-5 overflow-x-auto border-b border-line-2 px-5 max-sm:px-4">
      {tabs.map((tab) => {
        const isCurrent = path === tab.path;
        return (
          <Link
            key={tab.path}
            href={tab.path}
            prefetch={false}
            aria-current={isCurrent ? "page" : undefined}
            className={classNames(
              "-mb-px flex h-8 shrink-0 items-center border-b-2 -outline-offset-2",
              isCurrent ? "border-beam-line font-[560] text-ink" : "border-transparent text-ink-2 hover:text-ink",
            )}
          >
            {tab.name}
          </Link>
        );
      })}
    </nav>
  );
}
