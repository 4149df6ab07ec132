import { useId, type ReactNode } from "react";

type Props = { title: string; note?: ReactNode; children: ReactNode };

/** A part of a role's page, under a rule. */
export function RoleSection({ title, note, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="mt-3 border-t border-line-2 first:mt-0 first:border-t-0">
      <h2 id={id} className="flex h-8.5 items-center gap-2 font-[620]">
        {title} {note !== undefined && <span className="font-[400] text-ink-3">{note}</span>}
      </h2>
      {children}
    </section>
  );
}
