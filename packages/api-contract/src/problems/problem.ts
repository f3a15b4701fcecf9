import { z } from "zod";
import { problems, type ProblemCode } from "./problem-codes.ts";

/** A failed request, as RFC 9457 says it (`application/problem+json`). Its code is permanent. */
export const Problem = z
  .object({
    type: z.url().describe("The page that explains the code."),
    title: z.string(),
    status: z.number().int().min(400).max(599),
    code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]).describe("Permanent. Decide by it."),
    detail: z.string().optional().describe("This case in particular. Never holds personal data or a secret."),
    fix: z.string().optional().describe("What to do about it."),
    field: z.string().optional().describe("The part of the request it is about: `page.url`."),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof Problem>;

/** The address of the page that explains a code. */
export function problemType(code: ProblemCode): string {
  return `https://ringtrail.dev/problems/${code}`;
}
