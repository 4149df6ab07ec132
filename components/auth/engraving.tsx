const centre = { x: 330, y: 450 };
const rings = Array.from({ length: 48 }, (_, index) => {
  // Equal areas: the rings of a Fresnel lens grow narrower outwards.
  const radius = Math.sqrt(46 ** 2 + index * 8_700);
  return { radius, isMajor: index % 4 === 0 };
});
const spokes = [-160, -111, -81, -51, -20, 10, 39, 69, 99, 143, 187];
const beam = { from: -17.5, to: -9.5 };

const at = (radius: number, degrees: number) => {
  const angle = (degrees * Math.PI) / 180;
  return { x: round(centre.x + radius * Math.cos(angle)), y: round(centre.y + radius * Math.sin(angle)) };
};
const round = (value: number) => Math.round(value * 10) / 10;

function beamPath() {
  const [a, b] = [at(46, beam.from), at(1_000, beam.from)];
  const [c, d] = [at(1_000, beam.to), at(46, beam.to)];
  return `M${a.x} ${a.y}L${b.x} ${b.y}L${c.x} ${c.y}L${d.x} ${d.y}Z`;
}

function crossing(radius: number) {
  const [a, b] = [at(radius, beam.from), at(radius, beam.to)];
  return `M${a.x} ${a.y}A${round(radius)} ${round(radius)} 0 0 1 ${b.x} ${b.y}`;
}

/** The sign-in page's picture: a lens from the front, with one beam. Drawn on the server, without any script. */
export function Engraving() {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 920 900"
      preserveAspectRatio="xMidYMid slice"
      className="absolute inset-0 size-full"
      fill="none"
    >
      <g className="stroke-lens-line">
        {rings.map(({ radius, isMajor }) => (
          <circle key={radius} cx={centre.x} cy={centre.y} r={round(radius)} strokeWidth={isMajor ? 1.5 : 0.75} />
        ))}
        {spokes.map((degrees, index) => {
          const [from, to] = [at(index % 3 ? 191 : 384, degrees), at(1_000, degrees)];
          return <path key={degrees} d={`M${from.x} ${from.y}L${to.x} ${to.y}`} strokeWidth={1} />;
        })}
      </g>
      <path d={beamPath()} className="fill-beam opacity-25" />
      <g className="stroke-beam-line">
        <path d={beamPath()} strokeWidth={1} />
        {rings.map(({ radius, isMajor }) => (
          <path key={radius} d={crossing(radius)} strokeWidth={isMajor ? 1.75 : 0.9} />
        ))}
      </g>
      <circle cx={centre.x} cy={centre.y} r={38} className="fill-surface stroke-lens-line" strokeWidth={1.5} />
      <circle cx={centre.x} cy={centre.y} r={11} className="fill-beam stroke-beam-line" />
    </svg>
  );
}
