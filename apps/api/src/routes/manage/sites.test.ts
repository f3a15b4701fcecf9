import { SiteCheck, SiteList, SiteSummary } from "@ringtrail/api-contract";
import { expect, test } from "vitest";
import { aKey, problemIn } from "../../../testing/ask-as-key.ts";
import { aSignedInDesk } from "../../../testing/a-signed-in-desk.ts";

const wish = { name: "Bay Plumbing", address: "https://plumber.example/contact?x=1", phone: "+1 (415) 555-0142" };

test("201: a site is set up with its key, its number and an empty pool, and owners are told where its calls go", async () => {
  const desk = await aSignedInDesk({ now: () => Date.now() as never });
  const answer = await desk.owner("/v1/sites", wish);

  expect(answer.status).toBe(201);
  const site = SiteSummary.parse(await answer.json());
  expect(site).toMatchObject({ name: "Bay Plumbing", origins: ["https://plumber.example"], regime: "unknown" });
  expect(site.targets.map(({ e164 }) => e164)).toEqual(["+14155550142"]);
  expect(site.pools).toHaveLength(1);
  expect(SiteList.parse(await (await desk.owner("/v1/sites")).json()).sites).toHaveLength(2);
  const check = SiteCheck.parse(await (await desk.owner(`/v1/sites/${site.id}/check`)).json());
  expect(check).toEqual({ pages: 0, adClicks: [] });
  const [told] = await desk.deps.accounts.auditLog(desk.shop.account, 1);
  expect(told).toMatchObject({ action: "site.added" });
  expect(told?.facts).toEqual({ tell: "owners" });
});

test("a site is refused beside its field, by a key that is no fresh sign-in, and its check by another's id", async () => {
  const desk = await aSignedInDesk({ now: () => Date.now() as never });
  const codeOf = async (answer: Response) => (await problemIn(answer))["code"];
  const phone = await desk.owner("/v1/sites", { ...wish, phone: "12" });
  expect(await problemIn(phone)).toMatchObject({ code: "phone_malformed", field: "phone" });
  const address = await desk.owner("/v1/sites", { ...wish, address: "javascript:alert(1)" });
  expect(await problemIn(address)).toMatchObject({ code: "body_invalid", field: "address" });
  const ask = await aKey(desk, ["forwarding:write", "sites:read"]);
  expect(await codeOf(await ask("/v1/sites", { body: wish }))).toBe("sign_in_not_fresh");
  expect(await codeOf(await ask("/v1/sites/0199f3c2-0000-7000-8000-000000000001/check"))).toBe("site_unknown");
});
