import { problemIn } from "./problem-in.ts";

/** A refusal is an answer and is not asked for again; a lost network or a broken server gets two more chances. */
export function shouldRetry(failures: number, error: Error): boolean {
  const status = problemIn(error)?.status ?? 503;
  return status >= 500 && failures < 2;
}
