import { CopyButton } from "@/components/ui/copy-button";
import { Fact, Facts } from "@/components/ui/facts";
import { Foreign } from "@/components/ui/foreign";
import { grantMark } from "@/components/ui/grant-mark";
import { privilegeMark, privilegeName } from "@/components/ui/privilege-mark";
import type { AccessIndex } from "@/lib/domain/access/access-index";
import { seesAll, type BlindSpots } from "@/lib/domain/access/blind-spots";
import { principalIn } from "@/lib/domain/access/people";
import { memberCountOf } from "@/lib/domain/access/principal-state";
import type { ReachedRow } from "@/lib/domain/access/reached-rows";
import type { PrincipalId } from "@/lib/domain/ids";
import { formatCount, formatCounted, formatShortId } from "@/lib/format";

type Props = { index: AccessIndex; id: PrincipalId; rows: readonly ReachedRow[]; blind: BlindSpots };

const isStanding = ({ standing, assigned }: ReachedRow) => standing === "yes" || assigned === "yes";

/** What a principal reaches, in one strip. A count that may be too small says so. */
export function PrincipalFacts({ index, id, rows, blind }: Props) {
  const principal = principalIn(index, id);
  const kind = index.people.kinds[index.people.ids.find(id)];
  const standing = rows.filter(isStanding).length;
  const eligible = rows.filter((row) => !isStanding(row) && row.eligible === "yes").length;
  const inDoubt = rows.length - standing - eligible;
  const levels = rows.map(({ level }) => level ?? 0);
  const highest = levels.length > 0 ? Math.max(...levels) || undefined : undefined;
  const detail = principal.state === "found" ? principal.detail : undefined;
  return (
    <Facts>
      <Fact label="Reaches">
        {seesAll(blind) || rows.length > 0 ? formatCounted(rows.length, "customer") : "No customer that can be seen"}
        {!seesAll(blind) && rows.length > 0 && <span className="font-[400] text-stale-text">or more</span>}
      </Fact>
      <Fact label="Standing">
        {grantMark("standing")}
        {formatCount(standing)}
      </Fact>
      <Fact label="Eligible only">
        {grantMark("eligible")}
        {formatCount(eligible)}
      </Fact>
      {inDoubt > 0 && <Fact label="Cannot tell">{formatCount(inDoubt)}</Fact>}
      <Fact label="Highest privilege">
        {rows.length > 0 ? (
          <span>
            {privilegeMark(highest)}
            {privilegeName(highest)}
          </span>
        ) : (
          "None seen"
        )}
      </Fact>
      <Fact label="Through">{throughWords(rows)}</Fact>
      {kind === "group" && <Fact label="Members">{membersWords(memberCountOf(index, id))}</Fact>}
      <Fact label="Object id">
        <span className="font-mono text-sm" title={id} data-print={id}>
          {formatShortId(id)}
        </span>
        <CopyButton text={id} what="Object id" />
      </Fact>
      {detail !== undefined && (
        <Fact label={kind === "servicePrincipal" ? "Application id" : "Sign-in name"} isWide>
          <Foreign text={detail} className={kind === "servicePrincipal" ? "font-mono text-sm" : ""} />
        </Fact>
      )}
    </Facts>
  );
}

const membersWords = (count: number | undefined) =>
  count === undefined ? <span className="text-stale-text">cannot see</span> : formatCount(count);

function throughWords(rows: readonly ReachedRow[]): string {
  const groups = new Set<string>();
  let direct = 0;
  for (const { through } of rows)
    for (const { id, isDirect } of through) {
      if (isDirect) direct++;
      else groups.add(id);
    }
  const parts = [
    ...(groups.size > 0 ? [formatCounted(groups.size, "group")] : []),
    ...(direct > 0 ? [`${formatCounted(direct, "customer")} directly`] : []),
  ];
  return parts.join(", ") || "Nothing";
}
