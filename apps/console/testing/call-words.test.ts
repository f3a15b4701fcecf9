import { anAnsweredCall, anOrder, callId } from "@ringtrail/admin-screens/testing";
import { expect, test } from "vitest";
import { atADesk } from "./browse.ts";
import { findBarriers } from "./find-barriers.ts";

const desk = atADesk();

test("how a call turned out, its tags, a note and its worth are kept; its orders lead on, and nothing typed is lost", async () => {
  const { world } = desk.server();
  world.calls.push(anAnsweredCall(1, new Date()));
  world.orders.push(anOrder(1, { call: callId(1) }));
  const page = await desk.openSignedIn(`/calls/${callId(1)}`);
  const was = page.getByRole("region", { name: "What it was", exact: true });
  await was.getByLabel("Lead").selectOption("Became a customer");
  await was.getByLabel("Tags").fill(`roof, ${"x".repeat(41)}`);
  await was.getByLabel("Note").fill("Calls again on Monday");
  await was.getByRole("button", { name: "Save" }).click();
  await was.getByRole("alert").getByText("At most 20 tags of 40 characters").waitFor();
  expect(await was.getByLabel("Note").inputValue()).toBe("Calls again on Monday");
  await was.getByLabel("Tags").fill("roof, roof, gutter");
  await was.getByRole("button", { name: "Save" }).click();
  await was.getByText("Saved.").waitFor();
  const kept = { lead: "won", tags: ["roof", "gutter"], text: "Calls again on Monday" };
  expect(world.notes.get(callId(1))).toMatchObject(kept);

  const worth = page.getByRole("region", { name: "What it was worth" });
  await worth.getByLabel("Amount").fill("much");
  await worth.getByRole("button", { name: "Save" }).click();
  await worth.getByRole("alert").getByText("Write an amount").waitFor();
  await worth.getByLabel("Amount").fill("99,50");
  await worth.getByLabel("Currency").fill("U$");
  await worth.getByRole("button", { name: "Save" }).click();
  await worth.getByRole("alert").getByText("A code of three letters").waitFor();
  expect([await worth.getByLabel("Amount").inputValue(), await worth.getByLabel("Currency").inputValue()]).toEqual([
    "99,50",
    "U$",
  ]);
  await worth.getByLabel("Currency").fill("usd");
  await worth.getByRole("button", { name: "Save" }).click();
  await worth.getByText("Saved.").waitFor();
  expect(world.values.get(callId(1))).toEqual({ amount: 99.5, currency: "USD" });
  expect(await worth.getByRole("listitem").getByRole("link").getAttribute("href")).toBe("#/orders");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findBarriers(page), colorScheme).toEqual([]);
  }
});

test("Space plays and pauses where it is no letter, and the two voices are drawn, to be gone to by a press", async () => {
  desk.server().world.calls.push(anAnsweredCall(1, new Date()));
  const page = await desk.openSignedIn(`/calls/${callId(1)}`);
  await page.getByRole("button", { name: "Play" }).waitFor();
  await page.getByLabel("Note").focus();
  await page.keyboard.type("a b");
  expect(desk.server().world.linksMade).toBe(0);

  await page.locator(".rt-screen").focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Pause" }).waitFor();
  const wave = page.locator(".rt-wave svg");
  await wave.waitFor();
  // A steady tone on both channels: every bar of either voice is high.
  expect(await wave.locator(".rt-wave-rest path").first().getAttribute("d")).toMatch(/^M0.15 22v-21h/);
  const box = await wave.boundingBox();
  if (box === null) throw new Error("The picture has no place.");
  await page.mouse.click(box.x + box.width * 0.8, box.y + 10);
  await page.getByText(/^0:2[4-9] \/ 0:30$/).waitFor();
  await page.locator(".rt-screen").focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Play" }).waitFor();
  expect(desk.server().world.linksMade).toBe(1);
});
