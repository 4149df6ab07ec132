import { TriangleAlert } from "lucide-react";
import { inVainWords } from "@/components/access/in-vain-words";
import { Banner } from "@/components/ui/banner";
import type { AccessIndex } from "@/lib/domain/access/access-index";
import type { Reach } from "@/lib/domain/access/reach";

type Props = { index: AccessIndex; name: string; reach: Reach };

/** Why one of the two has nothing in the table though much is granted to it; nothing of one that has something. */
export function VainBanner({ index, name, reach }: Props) {
  const vain = inVainWords(index, reach);
  return (
    vain && (
      <Banner tone="high" icon={TriangleAlert}>
        <b>
          <bdi>{name}</bdi> holds nothing. {vain.why}
        </b>{" "}
        <span className="text-ink-2">{vain.what}</span>
      </Banner>
    )
  );
}
