import { ChannelRuleList, ChannelTried } from "@ringtrail/api-contract";
import { expect, test } from "vitest";
import { aKey, problemIn } from "../../../testing/ask-as-key.ts";
import { aTestApp } from "../../../testing/test-app.ts";

test("200: an address and a referrer say which rule fires, and the rule stands where the list has it", async () => {
  const ask = await aKey(await aTestApp(), ["calls:read"]);
  const { rules } = ChannelRuleList.parse(await (await ask("/v1/channel-rules")).json());
  const tried = async (url: string, referrer = "") => {
    const answer = await ask("/v1/channel-rules/tests", { method: "POST", body: { url, referrer } });
    const { touch, place } = ChannelTried.parse(await answer.json());
    return [touch.channel, touch.rule, rules[place - 1]?.name];
  };

  expect(await tried("https://a.example/?gclid=1&utm_medium=email")).toEqual([
    "paid_search",
    "click_id_gclid",
    "click_id_gclid",
  ]);
  expect(await tried("https://a.example/", "https://www.google.com/")).toEqual([
    "organic_search",
    "referrer_search",
    "referrer_search",
  ]);
  expect(await tried("https://a.example/")).toEqual(["direct", "direct", "direct"]);
  expect(rules.map(({ place }) => place)).toEqual(rules.map((_rule, nth) => nth + 1));
});

test("422: what is no address is told beside its field", async () => {
  const ask = await aKey(await aTestApp(), ["calls:read"]);
  const refused = await ask("/v1/channel-rules/tests", { method: "POST", body: { url: "not an address" } });

  expect(await problemIn(refused)).toMatchObject({ code: "parameter_invalid", field: "url" });
});
