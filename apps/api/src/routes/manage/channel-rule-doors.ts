import { channelRuleDoors as doors, type ChannelRuleShown } from "@ringtrail/api-contract";
import { err, ok } from "@ringtrail/core";
import { channelRules, nameChannel, readTouch, type ChannelRule } from "@ringtrail/core/attribution";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import { parseLanding } from "../../parse-landing.ts";
import { serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

/** How a landing becomes a channel: the rules, and a try of them. */
export function channelRuleDoors(ground: DoorGround): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, doors.listChannelRules, async () => ok({ rules: channelRules.map(showRule) })),
    )
    .route(
      "/",
      serveEndpoint(ground, doors.tryChannelRules, async ({ body: { url, referrer } }) => {
        const landing = parseLanding(url, referrer);
        if (landing === undefined)
          return err({ code: "parameter_invalid", field: "url", says: "is no address of a web page" });
        return ok({ touch: readTouch(landing), place: channelRules.indexOf(nameChannel(landing)) + 1 });
      }),
    );
}

function showRule({ name, when, channel, source, medium }: ChannelRule, nth: number): ChannelRuleShown {
  const { anyParam, utm, referrer, internal } = when;
  return {
    place: nth + 1,
    name,
    channel,
    ...(source === undefined ? {} : { source }),
    ...(medium === undefined ? {} : { medium }),
    ...(anyParam === undefined ? {} : { parameters: [...anyParam] }),
    ...(utm === undefined ? {} : { utm: Object.fromEntries(Object.entries(utm).map(([of, are]) => [of, [...are]])) }),
    ...(referrer === undefined ? {} : { referrers: [...referrer] }),
    ...(internal === undefined ? {} : { internal }),
  };
}
