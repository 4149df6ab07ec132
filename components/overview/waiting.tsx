const widths = ["w-4/5", "w-3/5", "w-3/4", "w-1/2", "w-2/3"];

type Props = { lines: number; words: string; /** What comes takes three lines of text, not two. */ isTall?: boolean };

/** Lines in their final height, while what they will say is worked out. */
export function Waiting({ lines, words, isTall = false }: Props) {
  return (
    <div role="status" aria-label={words}>
      {widths.slice(0, lines).map((width) => (
        <div
          key={width}
          aria-hidden
          className={`flex flex-col justify-center gap-2 border-b border-line ${isTall ? "h-[63px]" : "h-[45px]"}`}
        >
          <span className={`block h-2 rounded-xs bg-press ${width}`} />
          <span className="block h-2 w-1/3 rounded-xs bg-press opacity-60" />
        </div>
      ))}
    </div>
  );
}
