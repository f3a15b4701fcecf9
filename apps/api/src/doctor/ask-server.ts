import { z } from "zod";

/** How the doctor's own request looked to the server. */
const SeenByServer = z.object({
  version: z.string(),
  /** What the server takes for its own address: signatures are checked with it. */
  publicUrl: z.string(),
  connectedFrom: z.string().optional(),
  isFromTrustedProxy: z.boolean(),
  forwardedFor: z.string().optional(),
  /** Webhooks refused for their signature since the server began; absent from an older server. */
  refusals: z.object({ count: z.number(), lastAt: z.number().optional() }).optional(),
});
export type SeenByServer = z.infer<typeof SeenByServer>;

/** What answered at an address. */
export type ServerAnswer =
  | { readonly kind: "ours"; readonly seen: SeenByServer }
  /** Some program answered, with this status; not this installation. */
  | { readonly kind: "foreign"; readonly status: number }
  /** Nobody did; `cause` is a code such as ECONNREFUSED. */
  | { readonly kind: "silent"; readonly cause: string };

/** An address nobody has (TEST-NET-3), claimed in `X-Forwarded-For` to see what becomes of the claim. */
export const claimedAddress = "203.0.113.7";

const patienceMs = 5_000;

/** Asks the server at `base` how this request looks to it. */
export async function askServer(base: string, token: string): Promise<ServerAnswer> {
  try {
    const answer = await fetch(`${base}/doctor`, {
      headers: { authorization: `Bearer ${token}`, "x-forwarded-for": claimedAddress },
      redirect: "manual",
      signal: AbortSignal.timeout(patienceMs),
    });
    const seen = SeenByServer.safeParse(await answer.json().catch(() => undefined));
    return seen.success ? { kind: "ours", seen: seen.data } : { kind: "foreign", status: answer.status };
  } catch (error) {
    return { kind: "silent", cause: causeOf(error) };
  }
}

/** The code of a failed fetch: ECONNREFUSED, ENOTFOUND, CERT_HAS_EXPIRED, TimeoutError. */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const cause = error.cause instanceof Error ? error.cause : error;
  return "code" in cause && typeof cause.code === "string" ? cause.code : cause.name;
}
