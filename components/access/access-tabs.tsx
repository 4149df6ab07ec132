"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { classNames } from "@/components/ui/class-names";
import { paths } from "@/lib/paths";

const tabs = [
  { name: "Matrix", path: paths.access },
  { name: "Principals", path: paths.principals },
  { name: "Role assignments", path: paths.assignments },
  { name: "Roles", path: paths.roles },
  { name: "My access", path: paths.myAccess },
];

/** The views of Access. Each has an address of its own. */
export function AccessTabs() {
  const path = usePathname();
  return (
    <nav aria-label="Access" className="flex shrink-0 gap-5 overflow-x-auto border-b border-line-2 px-5 max-sm:px-4">
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
