/** What a failed request says of itself. */
export interface ProblemShown {
  readonly status: number;
  /** Permanent: what programs tell problems apart by. */
  readonly code: string | undefined;
  readonly title: string;
  readonly fix: string | undefined;
  /** The part of the request it is about, so that it can be said beside the field. */
  readonly field: string | undefined;
}

/** Reads the problem an error carries; undefined when the server was not reached at all. */
export function problemIn(error: Error): ProblemShown | undefined {
  if (!("problem" in error)) return undefined;
  const { problem } = error;
  if (typeof problem !== "object" || problem === null || !("status" in problem) || !("title" in problem))
    return undefined;
  if (typeof problem.status !== "number" || typeof problem.title !== "string") return undefined;
  const fix = "fix" in problem && typeof problem.fix === "string" ? problem.fix : undefined;
  const field = "field" in problem && typeof problem.field === "string" ? problem.field : undefined;
  const code = "code" in problem && typeof problem.code === "string" ? problem.code : undefined;
  return { status: problem.status, code, title: problem.title, fix, field };
}
