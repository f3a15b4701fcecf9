import { problemType, type ProblemCode } from "@ringtrail/api-contract";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** What went wrong with a request, as RFC 9457 says it, with a permanent code and what to do. */
export interface Problem {
  readonly status: ContentfulStatusCode;
  /** Permanent: programs decide by it, and docs/problems/<code>.md explains it. */
  readonly code: ProblemCode;
  readonly title: string;
  /** This case in particular. Never repeats a phone number, a token or a secret. */
  readonly detail?: string | undefined;
  /** What to do about it. */
  readonly fix?: string | undefined;
  /** The part of the request it is about: `page.url`. */
  readonly field?: string | undefined;
}

/** Answers a problem as `application/problem+json`. It is never cached. */
export function sendProblem(c: Context, problem: Problem): Response {
  const { status, code, title, detail, fix, field } = problem;
  const body = { type: problemType(code), title, status, code, detail, fix, field };
  return c.body(JSON.stringify(body), status, {
    "content-type": "application/problem+json; charset=utf-8",
    "cache-control": "no-store",
  });
}
