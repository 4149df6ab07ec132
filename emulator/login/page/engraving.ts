import { html, type Html } from "./html";

const [centerX, centerY] = [330, 450];
const inner = 46;
const outer = 620;
const zones = 40;
/** Where the beam lies, in degrees. */
const [from, to] = [-15.5, -8.5];

/** A Fresnel lens seen from the front: rings of equal area, narrower towards the rim, and one beam of light. */
export const engraving: Html = draw();

function draw(): Html {
  const step = (outer ** 2 - inner ** 2) / zones;
  const radii = Array.from({ length: zones + 1 }, (_, zone) => Math.sqrt(inner ** 2 + zone * step));
  const rings = radii.map(
    (radius, zone) => html`<circle class="${zone % 4 === 0 ? "ring strong" : "ring"}" r="${round(radius)}" />`,
  );
  const prisms = radii.map(
    (radius, zone) => html`<path class="${zone % 4 === 0 ? "edge strong" : "edge"}" d="${arc(radius)}" />`,
  );
  const spokes = Array.from({ length: 12 }, (_, index) => line(9 + index * 30, 201, outer - 7));
  const ticks = Array.from({ length: 180 }, (_, index) => line(index * 2, 628, index % 5 === 0 ? 642 : 634));
  const beam = `M${point(inner, from)}L${point(1400, from)}L${point(1400, to)}L${point(inner, to)}A${inner} ${inner} 0 0 0 ${point(inner, from)}Z`;
  return html`<svg class="engraving" viewBox="0 0 920 900" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
    <g transform="translate(${centerX} ${centerY})">
      ${rings}
      <path class="ring" d="${spokes.join("")}" />
      <path class="tick" d="${ticks.join("")}" />
      <path class="beam" d="${beam}" />
      ${prisms}
      <circle class="focus" r="38" />
      <circle class="light" r="9" />
    </g>
  </svg>`;
}

function arc(radius: number): string {
  return `M${point(radius, from)}A${round(radius)} ${round(radius)} 0 0 1 ${point(radius, to)}`;
}

function line(degrees: number, near: number, far: number): string {
  return `M${point(near, degrees)}L${point(far, degrees)}`;
}

function point(radius: number, degrees: number): string {
  const angle = (degrees * Math.PI) / 180;
  return `${round(radius * Math.cos(angle))} ${round(radius * Math.sin(angle))}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
