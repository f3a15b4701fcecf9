import { CostsImportedShown, getCallReport } from "@ringtrail/api-contract";
import { expect, test } from "vitest";
import { aKey, problemIn } from "../../../testing/ask-as-key.ts";
import { aTestApp } from "../../../testing/test-app.ts";

const day = "2026-11-24";
const bill = `Day,Campaign,Ad group,Currency code,Cost,Clicks,Impr.
${day},Spring,One,USD,20.00,7,100
${day},Spring,Two,USD,10.00,3,50
soon,Spring,Three,USD,1.00,1,1
`;

test("200: a platform's own report is read once to look and once to keep, and rows that are none are named", async () => {
  const app = await aTestApp();
  const ask = await aKey(app, ["calls:read", "costs:write"]);
  const send = (query: string, body: string) =>
    ask(`/v1/costs/imports${query}`, { body, headers: { "content-type": "text/csv" } });
  const paid = async () => {
    const answer = await ask(`/v1/reports/calls?from=${day}&to=${day}`);
    return getCallReport.response.parse(await answer.json()).total.cost;
  };

  const looked = CostsImportedShown.parse(await (await send("?dryRun=yes", bill)).json());
  expect(looked).toMatchObject({ platform: "google", dryRun: true, rows: 2, added: 0, from: day, to: day });
  expect(looked.sums).toEqual([{ currency: "USD", amount: 30 }]);
  expect(looked.problems.map(({ line, code }) => [line, code])).toEqual([[4, "day_malformed"]]);
  expect(await paid()).toBe(0);

  expect(await (await send("", bill)).json()).toMatchObject({ added: 2, replaced: 0, problemCount: 1 });
  expect(await (await send("", bill)).json()).toMatchObject({ added: 0, replaced: 2 });
  expect(await paid()).toBe(30);
});

test("422: a file without a day and a cost says which columns it needs; 403: reading calls is not telling costs", async () => {
  const app = await aTestApp();
  const headers = { "content-type": "text/csv" };
  const ask = await aKey(app, ["costs:write"]);
  const answer = await ask("/v1/costs/imports", { body: "name,phone\nAnn,1\n", headers });
  expect([answer.status, (await problemIn(answer))["code"]]).toEqual([422, "costs_header_missing"]);

  const reads = await aKey(app, ["calls:read"]);
  expect((await reads("/v1/costs/imports", { body: bill, headers })).status).toBe(403);
});
