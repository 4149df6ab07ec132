import type { Source } from "@/lib/domain/findings/rule";

/** Where a rule comes from. */
export const Sources = ({ sources }: { sources: readonly Source[] }) => (
  <ul className="pb-2 text-ink-2 [&_li]:py-1">
    {sources.map(({ title, href }) => (
      <li key={title}>
        {href ? (
          <a
            href={href}
            target="_blank"
            rel="noreferrer"
            className="link max-sm:inline-flex max-sm:min-h-touch max-sm:items-center"
          >
            {title}
          </a>
        ) : (
          title
        )}
      </li>
    ))}
  </ul>
);
