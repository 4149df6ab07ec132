import type { ReactNode } from "react";
import type { SignInProblem } from "@/lib/auth/sign-in-problem";

/** Says what happened and what to do, where something could not be shown. */
export function ProblemNotice({ problem, children }: { problem: SignInProblem; children?: ReactNode }) {
  return (
    <div className="grid gap-3" role="alert">
      <h1 className="text-xl font-[620]">{problem.title}</h1>
      <p className="text-md text-ink-2">{problem.what}</p>
      <p className="text-md">{problem.fix}</p>
      {children ? <div className="mt-2 flex gap-2">{children}</div> : null}
      {problem.code ? <p className="mt-3 font-mono text-sm text-ink-3">{problem.code}</p> : null}
    </div>
  );
}
