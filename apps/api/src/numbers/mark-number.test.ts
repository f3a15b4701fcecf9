import { SiteConfig, SwapResponse } from "@ringtrail/api-contract";
import { minute } from "@ringtrail/core";
import { expect, test } from "vitest";
import { actions, aNumberDesk } from "../../testing/a-number-desk.ts";
import { aSwap, post } from "../../testing/ask-app.ts";
import { problemIn } from "../../testing/ask-as-key.ts";

const taking = (takes: readonly string[]) => ({ body: { takes } });

test("200: what a number takes is kept, told to the page with it, and taken back again", async () => {
  const desk = await aNumberDesk();
  const { ask, shop } = desk;
  const shown = async () => {
    // Doors keep a site's settings for some seconds.
    desk.clock.pass(minute);
    return SwapResponse.parse(await (await post(desk, "/v1/swap", aSwap(desk))).json()).numbers[0];
  };
  const before = await shown();
  expect(before).toMatchObject({ how: "free", takes: ["call"] });

  const marked = await ask(`/v1/numbers/${before?.number}/takes`, taking(["whatsapp", "sms"]));

  expect(marked.status).toBe(200);
  expect(await marked.json()).toMatchObject({ id: before?.number, takes: ["sms", "whatsapp"] });
  for (const { id } of shop.numbers) await ask(`/v1/numbers/${id}/takes`, taking(["sms"]));
  expect(await shown()).toMatchObject({ how: "free", takes: ["call", "sms"] });
  expect(await actions(desk, shop.account)).toContain("number.takes");
  for (const { id } of shop.numbers) await ask(`/v1/numbers/${id}/takes`, taking([]));
  expect(await shown()).toMatchObject({ takes: ["call"] });
});

test("200: a source's number is told with what it takes, the business's own takes everything", async () => {
  const desk = await aNumberDesk();
  const { ask, shop } = desk;
  await ask(`/v1/numbers/${shop.source.id}/takes`, taking(["sms"]));

  const response = await desk.app.request(`/v1/sites/${shop.siteKey}/config`);

  const config = SiteConfig.parse(await response.json());
  expect(config.targets[0]?.takes).toEqual(["call", "sms", "whatsapp"]);
  const told = config.sources.flatMap(({ numbers }) => numbers);
  expect(told).not.toHaveLength(0);
  expect(told.map(({ takes }) => takes)).toEqual(told.map(() => ["call", "sms"]));
});

test("404 and 409: a number of nobody here, and one that rests", async () => {
  const { ask, deps, shop } = await aNumberDesk();
  await ask(`/v1/numbers/${shop.source.id}/releases`, { method: "POST" });

  const unknown = await ask(`/v1/numbers/${deps.newId()}/takes`, taking(["sms"]));
  const resting = await ask(`/v1/numbers/${shop.source.id}/takes`, taking(["sms"]));

  expect(await problemIn(unknown)).toMatchObject({ code: "number_unknown" });
  expect(await problemIn(resting)).toMatchObject({ code: "number_not_in_use" });
});
