import type { MiddlewareHandler } from "hono";
import type { Instant } from "@ringtrail/core";
import type { AppEnv } from "../app-env.ts";
import { networkOf } from "./client-address.ts";
import { sendProblem } from "./problem.ts";
import { publicProblem } from "./public-problem.ts";

/** How much one network may ask of a door: `burst` at once, refilled by `perSecond`. */
export interface RateLimit {
  /** The door's name in the `RateLimit` headers. */
  readonly name: string;
  readonly burst: number;
  readonly perSecond: number;
}

/** Networks remembered at most; the ones asked longest ago are forgotten first, half of all at once, and have refilled by then. */
const mostNetworks = 50_000;

/**
 * Limits a door per network with a token bucket, and says so in the headers of every answer
 * (draft-ietf-httpapi-ratelimit-headers). Kept per process: it holds back a flood, it does not meter use.
 */
export function limitRate(now: () => Instant, limit: RateLimit): MiddlewareHandler<AppEnv> {
  const take = bucketFor(now, limit);
  const policy = `"${limit.name}";q=${limit.burst};w=${Math.ceil(limit.burst / limit.perSecond)}`;
  return async (c, next) => {
    const bucket = take(networkOf(c.get("clientAddress")));
    c.header("RateLimit-Policy", policy);
    c.header("RateLimit", `"${limit.name}";r=${bucket.remaining};t=${bucket.fullInSeconds}`);
    if (!bucket.isGranted) {
      c.header("Retry-After", String(bucket.nextInSeconds));
      return sendProblem(c, publicProblem({ code: "rate_limited", retryAfterSeconds: bucket.nextInSeconds }));
    }
    await next();
    return undefined;
  };
}

/** What a network has left. */
interface Bucket {
  readonly isGranted: boolean;
  readonly remaining: number;
  readonly fullInSeconds: number;
  readonly nextInSeconds: number;
}

/** Makes the function that takes one token of a network, if there is one. */
function bucketFor(now: () => Instant, { burst, perSecond }: RateLimit): (network: string) => Bucket {
  // Two generations: taking the oldest out of one map would look through everything taken out before.
  let recent = new Map<string, { readonly tokens: number; readonly at: number }>();
  let before: typeof recent = new Map();
  return (network) => {
    const known = recent.get(network) ?? before.get(network);
    const at = now();
    const there = Math.min(burst, known ? known.tokens + ((at - known.at) / 1000) * perSecond : burst);
    const isGranted = there >= 1;
    const tokens = isGranted ? there - 1 : there;
    recent.set(network, { tokens, at });
    if (recent.size > mostNetworks / 2) {
      before = recent;
      recent = new Map();
    }
    return {
      isGranted,
      remaining: Math.floor(tokens),
      fullInSeconds: Math.ceil((burst - tokens) / perSecond),
      nextInSeconds: Math.max(1, Math.ceil((1 - tokens) / perSecond)),
    };
  };
}
