import { useId, type ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";

type Props = {
  title: string;
  note?: ReactNode;
  /** The whole of what the section shows a part of. */
  all?: Readonly<{ name: string; href: string }>;
  children: ReactNode;
};

/** One of the page's sections at the right: a title, how much there is, and the way to all of it. */
export function Section({ title, note, all, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="min-w-0 border-line-2 pb-2.5 not-last:border-b md:max-xl:border-b">
      <div className="flex items-baseline gap-2 pt-2.5 pb-0.5">
        <h2 id={id} className="font-[620]">
          {title}
        </h2>
        {note !== undefined && <span className="text-sm text-ink-3">{note}</span>}
        {all && (
          <Link
            href={all.href}
            className="link ml-auto flex min-h-6 items-center text-sm max-sm:-my-2 max-sm:min-h-touch"
          >
            {all.name}
          </Link>
        )}
      </div>
      {children}
    </section>
  );
}

type LinkProps = {
  /** undefined: it tells of something that one cannot go to. */
  href: string | undefined;
  mark: ReactNode;
  end?: ReactNode;
  children: ReactNode;
};

const line = "grid min-h-9 grid-cols-[16px_minmax(0,1fr)_auto] items-start gap-x-2.5 py-[5px] max-sm:min-h-touch";

/** A line of a section that leads somewhere: a mark, what it is, and a number or time at its end. */
export function SectionLink({ href, mark, end, children }: LinkProps) {
  const content = (
    <>
      <span className="grid h-[18px] place-items-center text-ink-3">{mark}</span>
      <span className="min-w-0">{children}</span>
      {end !== undefined && <span className="text-sm leading-[18px] whitespace-nowrap text-ink-2">{end}</span>}
    </>
  );
  if (href === undefined) return <div className={line}>{content}</div>;
  return (
    <Link href={href} className={classNames(line, "-outline-offset-2 hover:bg-hover")}>
      {content}
    </Link>
  );
}
