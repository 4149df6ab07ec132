import { asJustInTime } from "@/lib/domain/findings/fixes/just-in-time";
import type { RoleRule } from "@/lib/domain/findings/rule";
import type { CataloguedOperation } from "@/lib/domain/roles/catalogue/gives";
import { cited } from "../cited";
import { givenOf } from "../given";

const isClusterAdmin = ({ gives, operation }: CataloguedOperation) =>
  gives === "clusterAdmin" || operation === "Microsoft.ContainerService/managedClusters/runCommand/action";

export const standingClusterAdmin: RoleRule = {
  id: "LH-SEC-005",
  severity: "high",
  title: "Role takes over Kubernetes clusters, standing",
  why: "The cluster administrator's credential is a certificate that no Entra policy checks and that nobody can revoke for one person. With it, or with a command run on the cluster, one reads every secret in it and becomes every identity that its pods use.",
  how: "A permanent authorization whose role allows fetching an administrator's credential or kubeconfig of AKS, Arc or OpenShift clusters, or running commands on AKS.",
  fix: "Let people sign in to clusters through Entra ID and disable local accounts; make this role eligible for emergencies.",
  sources: [cited.bloodHound, cited.azTier],
  on: "role",
  access: "standing",
  operations: (role) => givenOf(role, () => true).filter(isClusterAdmin),
  mend: asJustInTime,
};
