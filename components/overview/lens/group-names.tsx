import { formatCount, formatForeign } from "@/lib/format";
import { groupName } from "../sector-words";
import type { LensDrawing } from "./draw-lens";
import { arcToWrite, type PlacedGroup } from "./geometry";
import { nameInRoom } from "./name-in-room";

type Props = { id: string; drawing: LensDrawing };

const widthOfLetter = 6;
const fewestLetters = 5;

/** What the groups are called, along the rim and cut to the room that each has there. */
export const GroupNames = ({ id, drawing }: Props) => {
  const plans = drawing.groups.flatMap(({ group }) => group.label ?? []);
  return drawing.groups.map((placed, place) => (
    <GroupName key={place} id={`${id}-group-${place}`} placed={placed} plans={plans} drawing={drawing} />
  ));
};

type GroupProps = Props & { placed: PlacedGroup; plans: readonly string[] };

function GroupName({ id, placed: { group, from, to }, plans, drawing: { center, radii } }: GroupProps) {
  const middle = ((((from + to) / 2) % 360) + 360) % 360;
  const isBelow = middle > 0 && middle < 180;
  // Labels of customers stand right below the rim, and farther out beside it.
  const isAtFoot = Math.abs(middle - 90) < 35;
  const radius = radii[5]! + (isAtFoot ? 46 : isBelow ? 36 : 22);
  const count = ` · ${formatCount(group.customers)}`;
  const room = Math.floor(((to - from) * Math.PI * radius) / 180 / widthOfLetter);
  if (room < fewestLetters) return null;
  const name = nameInRoom(groupName(group), plans, room - count.length);
  const isCounted = name.length + count.length <= room || room > 2 * count.length + fewestLetters;
  const said = formatForeign(name, isCounted ? room - count.length : room) + (isCounted ? count : "");
  return (
    <>
      <path id={id} d={arcToWrite(center, radius, from, to)} fill="none" />
      <text className="fill-ink-2 stroke-surface text-2xs font-[520] [paint-order:stroke] [stroke-width:3px] forced-colors:stroke-none">
        <title>{formatForeign(groupName(group)) + count}</title>
        {/* Wide letters take more room than was reckoned with: what fills its room begins where it does. */}
        <textPath href={`#${id}`} {...(said.length < room - 2 && { startOffset: "50%", textAnchor: "middle" })}>
          {said}
        </textPath>
      </text>
    </>
  );
}
