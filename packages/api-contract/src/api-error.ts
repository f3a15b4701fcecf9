import type { Problem } from "./problems/problem.ts";

/** A problem as it came over the wire. A newer server may know codes this client does not. */
export type ProblemReceived = Omit<Problem, "code"> & { readonly code: string };

/** The server answered with a problem. */
export class ApiError extends Error {
  readonly problem: ProblemReceived;

  constructor(problem: ProblemReceived) {
    super(`${problem.code}: ${problem.title}`);
    this.name = "ApiError";
    this.problem = problem;
  }
}

/** Reads a failed answer; one that is no problem (a proxy's page) becomes one of code `not_a_problem`. */
export async function readProblem(answer: Response): Promise<ProblemReceived> {
  const unknown: ProblemReceived = {
    type: "about:blank",
    code: "not_a_problem",
    status: answer.status,
    title: `The server answered ${answer.status}.`,
  };
  try {
    const body: unknown = await answer.json();
    if (typeof body !== "object" || body === null) return unknown;
    const { code, title } = body as Readonly<Record<string, unknown>>;
    if (typeof code !== "string" || typeof title !== "string") return unknown;
    return { ...unknown, ...(body as Partial<ProblemReceived>), status: answer.status };
  } catch {
    return unknown;
  }
}
