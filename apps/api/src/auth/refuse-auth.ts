import type { Context } from "hono";
import { z } from "zod";
import { manageProblem } from "../http/manage-problem.ts";
import type { ManageReason } from "../http/manage-reason.ts";
import { sendProblem } from "../http/problem.ts";

/** How long the library shuts a second factor after ten wrong codes in a row. */
const lockSeconds = 15 * 60;

const Refused = z.object({ code: z.string() });

/** Answers what the auth library refused as a problem of ours. Which of e-mail and password was wrong is told to nobody. */
export async function refuseAuth(c: Context, answered: Response): Promise<Response> {
  const { status, headers } = answered;
  const code = Refused.safeParse(await answered.json().catch(() => undefined)).data?.code;
  if (code === "ACCOUNT_TEMPORARILY_LOCKED") return refuseForNow(c, lockSeconds);
  if (status === 429) return refuseForNow(c, Number(headers.get("x-retry-after") ?? 10));
  return sendProblem(c, manageProblem(reasonOf(status, code)));
}

function refuseForNow(c: Context, retryAfterSeconds: number): Response {
  c.header("Retry-After", String(retryAfterSeconds));
  return sendProblem(c, manageProblem({ code: "rate_limited", retryAfterSeconds }));
}

function reasonOf(status: number, code: string | undefined): ManageReason {
  switch (code) {
    case "PASSWORD_TOO_SHORT":
    case "PASSWORD_TOO_LONG":
    case "PASSWORD_COMPROMISED":
      return { code: "password_refused" };
    case "INVALID_CODE":
    case "INVALID_BACKUP_CODE":
    case "INVALID_TWO_FACTOR_COOKIE":
    case "TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE":
      return { code: "two_factor_code_refused" };
    default:
      if (status >= 500) return { code: "failed" };
      return { code: status === 404 ? "not_found" : "sign_in_refused" };
  }
}
