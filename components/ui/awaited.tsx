/** What is still on its way, which is not what cannot be seen. */
export const Awaited = ({ what }: { what: string }) => (
  <span title={what} className="text-ink-3">
    <span aria-hidden>…</span>
    <span className="sr-only">{what}</span>
  </span>
);
