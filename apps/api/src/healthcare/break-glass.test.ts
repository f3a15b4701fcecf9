import { minute, type AuditEntry } from "@ringtrail/core";
import { aCallFlow, aCallTo, anId, at, aTouch, memoryWorld, seedClinic } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { newId } from "../new-id.ts";
import { agreeToGlass, lookThroughGlass, openGlass } from "./break-glass.ts";

const wish = { reason: "patient asks what we know", lengthMs: 15 * minute };

async function aClinic(needsSecondPerson = false) {
  const world = memoryWorld();
  const clinic = await seedClinic(world);
  const flow = aCallFlow({ isHealthcare: true, healthcare: { needsSecondPerson } });
  await world.accounts.saveFlow(clinic.account, clinic.site, flow);
  const call = await aCallTo(world, clinic, "one", aTouch({ campaign: "brand", keyword: "implants" }));
  const deps = { ...world, newId, now: () => at("12:00") };
  const as = (who: string, role = "owner") => ({ account: clinic.account, who, role });
  const log = async (): Promise<readonly AuditEntry[]> =>
    (await world.accounts.auditLog(clinic.account, 100)).toReversed();
  return { deps, as, call, log };
}

test("an owner breaks the glass and looks: both stand in the log first, with the reason and the call", async () => {
  const { deps, as, call, log } = await aClinic();
  const opened = await openGlass(deps, as("ann"), wish);
  const id = opened.ok ? opened.value.id : "";

  const seen = await lookThroughGlass(deps, as("ann"), { id, call });

  expect(seen).toMatchObject({ ok: true, value: { way: ["paid_search", "google", "cpc", "brand", "implants"] } });
  expect(await log()).toMatchObject([
    { actor: "ann", action: "glass.asked", object: id, facts: { role: "owner", reason: wish.reason, tell: "owners" } },
    { actor: "ann", action: "glass.looked", object: id, facts: { call } },
  ]);
});

test("whoever sees one side alone does not break it, and nobody looks through another's opening", async () => {
  const { deps, as, call, log } = await aClinic();
  const opened = await openGlass(deps, as("ann"), wish);
  const id = opened.ok ? opened.value.id : "";

  expect(await openGlass(deps, as("eve", "analyst"), wish)).toMatchObject({ reason: { code: "glass_role_refused" } });
  expect(await lookThroughGlass(deps, as("eve"), { id, call })).toMatchObject({ reason: { code: "glass_not_open" } });
  expect(await lookThroughGlass(deps, as("ann"), { id: anId("none"), call })).toMatchObject({ ok: false });
  expect(await log()).toHaveLength(1);
});

test("where a second person is wanted nothing is seen before another one agrees", async () => {
  const { deps, as, call } = await aClinic(true);
  const opened = await openGlass(deps, as("ann"), wish);
  const id = opened.ok ? opened.value.id : "";
  const look = () => lookThroughGlass(deps, as("ann"), { id, call });

  expect(await look()).toMatchObject({ reason: { code: "glass_not_open" } });
  expect(await agreeToGlass(deps, as("ann"), id)).toMatchObject({ reason: { code: "glass_not_to_agree" } });
  expect(await agreeToGlass(deps, as("eve", "analyst"), id)).toMatchObject({ reason: { code: "glass_role_refused" } });
  expect(await agreeToGlass(deps, as("bob", "admin"), id)).toMatchObject({ ok: true });
  expect(await look()).toMatchObject({ ok: true });
});
