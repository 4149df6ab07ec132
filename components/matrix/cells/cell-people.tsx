"use client";

import { principalText } from "@/components/matrix/principal-names";
import { Foreign } from "@/components/ui/foreign";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import type { AccessIndex } from "@/lib/domain/access/access-index";
import { no } from "@/lib/domain/access/answer";
import type { HiddenMembers } from "@/lib/domain/access/membership-graph";
import type { PrincipalId } from "@/lib/domain/ids";
import { formatCount, formatCounted } from "@/lib/format";
import { paths } from "@/lib/paths";

const most = 30;

/** Who is in a group, however deep, and the groups in it of whose members we know nothing. */
export function CellPeople({ index, group }: { index: AccessIndex; group: PrincipalId }) {
  const { people, graph, directory } = index;
  const { nodes, ranks } = index.downward(people.ids.find(group));
  const members: PrincipalId[] = [];
  const hidden: HiddenMembers[] = [];
  nodes.forEach((node, at) => {
    const unseen = graph.hidden.get(node);
    if (unseen) hidden.push(unseen);
    else if (people.kinds[node] !== "group" && ranks[at] !== no) members.push(people.ids.at(node));
  });
  return (
    <section className="mt-2 border-t border-line-2 pt-1">
      <h3 className="flex h-8 items-center gap-2 font-[620]">
        People{" "}
        <span className="font-[400] text-ink-3">
          {hidden.length > 0 ? `${formatCount(members.length)} seen` : formatCount(members.length)}
        </span>
      </h3>
      {hidden.length > 0 && (
        <p className="mb-1 text-sm text-stale-text">
          Cannot see all members: <Foreign text={unseenWords(hidden)} limit={300} />
        </p>
      )}
      <ul>
        {members.slice(0, most).map((id) => (
          <li key={id} className="flex h-[26px] items-center gap-2">
            <Link href={paths.principal(id)} className="min-w-0 truncate hover:underline">
              <Foreign text={principalText(index, id)} />
            </Link>
            {directory.users.get(id)?.guest && <Tag>guest</Tag>}
            {people.kinds[people.ids.find(id)] === "servicePrincipal" && <Tag>service principal</Tag>}
          </li>
        ))}
      </ul>
      {members.length > most && (
        <Link href={paths.principal(group)} className="link text-sm">
          {formatCount(members.length - most)} more
        </Link>
      )}
      {members.length === 0 && hidden.length === 0 && <p className="text-sm text-ink-2">Nobody is in this group.</p>}
    </section>
  );
}

function unseenWords([first, ...others]: readonly HiddenMembers[]): string {
  if (!first) return "";
  const more = others.length > 0 ? ` And ${formatCounted(others.length, "more group")}.` : "";
  switch (first.why) {
    case "unreadable":
      return `${first.said}${first.fix ? ` ${first.fix}` : ""}${more}`;
    case "tooLarge":
      return `${formatCount(first.known)} of ${first.count === undefined ? "?" : formatCount(first.count)} were read.${more}`;
    case "notAsked":
      return `they were not asked for.${more}`;
    case "unknownKind":
      return `what is in it was never found, and may be a group.${more}`;
  }
}
