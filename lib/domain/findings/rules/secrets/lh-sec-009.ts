import { cannotJudge, hit, type Hit } from "@/lib/domain/findings/judgement";
import type { EstateRule } from "@/lib/domain/findings/rule";
import type { Role } from "@/lib/domain/role";
import { cited } from "../cited";
import { unclassifiedIn } from "../looks-secret";

const unpublished = {
  kind: "unread",
  what: "The list of the operations that Azure publishes",
  fix: "Load it on the page of any role or in the search for operations; a file that was collected without it is collected anew.",
} as const;

const hasWildcard = ({ permissions }: Role): boolean =>
  permissions.some(({ actions }) => actions.some((action) => action.includes("*")));

export const unclassifiedSecrets: EstateRule = {
  id: "LH-SEC-009",
  severity: "info",
  title: "Role allows operations that look like secrets and are unclassified",
  why: "Azure gains operations every week, and some of them return secrets before anybody has written that down. Until one is looked at, a role may hand out more than the other rules say.",
  how: "A role that an offer to us names allows an operation whose name joins a verb such as list, get or reset with a word such as key, token or password, and which Fresnel's catalogue does not know. Operations are those that the role writes out, and with a wildcard those that Azure publishes, once they are read.",
  fix: "Look up what the operation returns, and tell Fresnel's authors, so that the catalogue says.",
  toCustomer: "We will look up what the operations return, and tell you where they are secrets.",
  sources: [cited.roleList, cited.ours],
  on: "estate",
  operations: (role, { operations }) => unclassifiedIn(role, operations),
  *find({ rolesInUse, role: roleOf, operations }): Iterable<Hit> {
    for (const id of rolesInUse) {
      const role = roleOf(id);
      if (!role) yield cannotJudge({ kind: "unknownRole", about: id });
      else if (unclassifiedIn(role, operations).length > 0) yield hit({ kind: "role", role: id });
      else if (!operations && hasWildcard(role)) yield cannotJudge({ ...unpublished, about: id });
    }
  },
};
