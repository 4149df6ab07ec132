import type { ActivationRequest, RequestStage } from "@/lib/domain/activation";

/** PIM's statuses, lower-cased. */
const stages: Readonly<Record<string, RequestStage>> = {
  pendingapproval: "waiting",
  pendingapprovalprovisioning: "waiting",
  pendingadmindecision: "waiting",
  accepted: "underWay",
  pendingevaluation: "underWay",
  granted: "underWay",
  pendingprovisioning: "underWay",
  provisioningstarted: "underWay",
  pendingexternalprovisioning: "underWay",
  pendingschedulecreation: "underWay",
  pendingrevocation: "underWay",
  adminapproved: "underWay",
  provisioned: "done",
  schedulecreated: "done",
  denied: "denied",
  admindenied: "denied",
  canceled: "cancelled",
  failed: "failed",
  failedasresourceislocked: "failed",
  timedout: "failed",
  invalid: "failed",
};

/** A revoked request to deactivate has done its work; a revoked activation is over. */
export function stageOf(status: string | undefined, kind: ActivationRequest["kind"]): RequestStage {
  const said = status?.toLowerCase() ?? "";
  if (said === "revoked") return kind === "deactivate" ? "done" : "ended";
  return stages[said] ?? "unknown";
}
