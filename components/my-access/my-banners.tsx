"use client";

import { ExternalLink, TriangleAlert } from "lucide-react";
import { useAzure, useSessionState } from "@/components/auth/use-azure";
import { CoverageBanners } from "@/components/coverage/banners";
import { Banner } from "@/components/ui/banner";
import { Button, buttonLook } from "@/components/ui/button";
import { Docked } from "@/components/ui/dock";
import { Foreign } from "@/components/ui/foreign";
import { Progress } from "@/components/ui/progress";
import type { MyGrant } from "@/lib/domain/my-access/my-grant";
import { formatCount, formatCounted } from "@/lib/format";
import { portalPim } from "@/lib/paths";
import type { MyAccess } from "./use-my-access";

/** What is being asked, and what could not be seen of my own access: one line each. */
export function MyBanners({ my }: { my: MyAccess }) {
  return (
    <>
      <CoverageBanners reading={my.reading} />
      <Docked>
        <GroupsBanner my={my} />
        <KindsBanner my={my} />
        <PimBanner my={my} />
      </Docked>
    </>
  );
}

const retryButton = (my: MyAccess) => (
  <Button size="small" onClick={my.retry}>
    Retry
  </Button>
);

function GroupsBanner({ my }: { my: MyAccess }) {
  if (!my.groupsError) return null;
  return (
    <Banner
      tone="high"
      icon={TriangleAlert}
      actions={retryButton(my)}
      more={
        <>
          What they hold may be missing here. It needs the delegated permission User.Read:{" "}
          <Foreign text={my.groupsError.message} limit={300} />
        </>
      }
    >
      <b>Your groups could not be read.</b>
    </Banner>
  );
}

/** Only security groups carry roles; what kind a group is comes with the directory, after the rows. */
function KindsBanner({ my: { grants, directory } }: { my: MyAccess }) {
  const isExpired = useSessionState().kind === "expired";
  if (!grants?.some(({ gives }) => gives === "cannotSee")) return null;
  if (directory?.coverage.finishedAt === undefined)
    return (
      <Banner>{isExpired ? "What kind your groups are was not read yet" : "Reading what kind your groups are"}</Banner>
    );
  return (
    <Banner tone="high" icon={TriangleAlert} more="What they hold is not certain; it needs Directory.Read.All.">
      <b>Whether your groups are security groups could not be read.</b>
    </Banner>
  );
}

const eligibleIn = (grants: readonly MyGrant[]) =>
  grants.filter(({ kind, gives }) => kind === "eligible" && gives !== "no");

function PimBanner({ my }: { my: MyAccess }) {
  const { azure } = useAzure();
  const { roles, grants } = my;
  if (!roles || !grants) return null;
  if (roles.finishedAt === undefined) {
    const asked = roles.places.size;
    return (
      <div className="shrink-0">
        <Banner>
          Asking Azure what you may activate
          {roles.expected > 0 && (
            <>
              {" "}
              <span className="ml-1.5 font-[550]">{formatCount(asked)}</span> of{" "}
              {formatCounted(roles.expected, "scope")}
            </>
          )}
        </Banner>
        <Progress label="Asking what you may activate" value={asked} total={Math.max(1, roles.expected)} />
      </div>
    );
  }
  const eligible = eligibleIn(grants);
  const failed = eligible.filter(({ state }) => state.kind === "unknown");
  const unserved = eligible.filter(({ state }) => state.kind === "portal");
  const [first] = failed.length > 0 ? failed : unserved;
  if (!first || (first.state.kind !== "unknown" && first.state.kind !== "portal")) return null;
  const { why } = first.state;
  if (failed.length > 0)
    return (
      <Banner tone="high" icon={TriangleAlert} actions={retryButton(my)} more={<Foreign text={why} limit={300} />}>
        <b>Whether {formatCounted(failed.length, "eligible role")} can be activated could not be read.</b>
      </Banner>
    );
  return (
    <Banner
      actions={
        <>
          <Button variant="quiet" size="small" onClick={my.retry}>
            Ask again
          </Button>
          <a
            href={portalPim(azure.cloud.portal, azure.tenant)}
            target="_blank"
            rel="noreferrer"
            className={buttonLook({ size: "small" })}
          >
            Open PIM in the portal <ExternalLink aria-hidden size={12} />
          </a>
        </>
      }
      more={
        <>
          <Foreign text={why} limit={300} /> What offers make you eligible for is listed all the same.
        </>
      }
    >
      <b>
        {formatCount(unserved.length)} of {formatCounted(eligible.length, "eligible role")} can be activated in the
        portal only.
      </b>
    </Banner>
  );
}
