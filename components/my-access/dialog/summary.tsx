import { approverText, longestText, roleText } from "@/components/my-access/my-words";
import { Moment } from "@/components/ui/ago";
import { Foreign } from "@/components/ui/foreign";
import { useNow } from "@/components/ui/use-now";
import { durationWords, minutesOf } from "@/lib/domain/duration";
import type { MyGrant } from "@/lib/domain/my-access/my-grant";
import { formatClock } from "@/lib/format";
import type { Sending } from "./use-sending";

const stages: Readonly<Record<Sending, string>> = {
  unsent: "Nothing is sent before you confirm.",
  underWay: "It is sent; Azure has not answered yet.",
  waiting: "It was sent, and Azure did not take it.",
  refused: "It was sent, and Azure refused it. Confirming sends it again.",
  uncertain: "Whether Azure took it is not known. Confirming sends the same request again.",
};

/** What confirming does, in words. */
export function Summary({ grant, duration, sending }: { grant: MyGrant; duration: string; sending: Sending }) {
  const now = useNow();
  const { policy, isReadable, scopeName } = grant;
  const needsApproval = policy !== undefined && policy.approvers.length > 0;
  const until = now + (minutesOf(duration) ?? 0) * 60_000;
  return (
    <div className="border-t border-line pt-2.5 text-ink-2 [&_b]:font-[580] [&_b]:text-ink">
      <p>
        <b>
          <Foreign text={roleText(grant)} />
        </b>{" "}
        on{" "}
        <b>
          <Foreign text={scopeName} />
        </b>{" "}
        for <b>{durationWords(duration)}</b>
        {needsApproval ? (
          <>
            ; <Foreign text={approverText(policy)} limit={300} /> {policy.approvers.length > 1 ? "decide" : "decides"}{" "}
            first.
          </>
        ) : (
          <>
            , until about <Moment at={until}>{formatClock(until)}</Moment>.
          </>
        )}{" "}
        {policy?.amApprover && "You are an approver, and cannot approve your own request. "}
        {policy?.othersApprove === "cannotSee" && "Whether anybody else can approve could not be read. "}
        {policy?.mfa && "The policy wants a second factor at sign-in. "}
        {policy && policy.longest.length > 1 && `Offers allow ${longestText(policy)}, and Azure decides which counts. `}
        {!policy && "What the policy asks for could not be read. "}
        {!isReadable &&
          "You hold no standing Reader here: without an active role the delegation cannot be seen, here or in the portal. "}
      </p>
      <p>{stages[sending]}</p>
    </div>
  );
}
