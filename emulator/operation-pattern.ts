import type { RolePermission } from "./world";

const star = 42;

/**
 * Whether a role's pattern covers an operation; `*` stands for any run of characters, slashes included. Both must be
 * in lower case. Walks with two pointers and steps back to the last star only, so hostile patterns stay cheap.
 */
export function matchesOperation(pattern: string, operation: string): boolean {
  let at = 0;
  let next = 0;
  let lastStar = -1;
  let resumeAt = 0;
  while (at < operation.length) {
    if (next < pattern.length && pattern.charCodeAt(next) === star) {
      lastStar = next++;
      resumeAt = at;
    } else if (next < pattern.length && pattern.charCodeAt(next) === operation.charCodeAt(at)) {
      at++;
      next++;
    } else if (lastStar >= 0) {
      next = lastStar + 1;
      at = ++resumeAt;
    } else {
      return false;
    }
  }
  while (next < pattern.length && pattern.charCodeAt(next) === star) next++;
  return next === pattern.length;
}

/** A role ready to be asked: answers are remembered, since the same few operations are asked for every scope. */
export type CompiledRole = { permissions: readonly RolePermission[]; allows: (operation: string) => boolean };

/** notActions subtract from their own entry only: another entry may still grant what this one leaves out. */
export function compileRole(permissions: readonly RolePermission[]): CompiledRole {
  const entries = permissions.map(({ actions, notActions }) => ({
    actions: actions.map((pattern) => pattern.toLowerCase()),
    notActions: notActions.map((pattern) => pattern.toLowerCase()),
  }));
  const answers = new Map<string, boolean>();

  return {
    permissions,
    allows(operation) {
      const known = answers.get(operation);
      if (known !== undefined) return known;
      const answer = entries.some(
        (entry) =>
          entry.actions.some((pattern) => matchesOperation(pattern, operation)) &&
          !entry.notActions.some((pattern) => matchesOperation(pattern, operation)),
      );
      answers.set(operation, answer);
      return answer;
    },
  };
}
