import { aDelivery, aDestination } from "@ringtrail/admin-screens/testing";
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { atADesk } from "./browse.ts";
import { findBarriers } from "./find-barriers.ts";

const desk = atADesk();
const cardOf = (page: Page, name: string): Locator => page.getByRole("region", { name });

test("an owner sets a webhook up: what is wrong stands beside its field, the secret is shown once, a test is answered", async () => {
  const page = await desk.openSignedIn("/destinations");
  const card = cardOf(page, "Where events are sent");
  await card.getByText("Nowhere yet.").waitFor();
  await page.getByText("The next call, or a test, appears here.").waitFor();
  await card.getByText("Add a destination", { exact: true }).click();
  const add = card.getByRole("button", { name: "Add", exact: true });

  await card.getByLabel("Name of the destination").fill("CRM");
  await card.getByLabel("Address", { exact: true }).fill("crm");
  await add.click();
  await card.getByRole("alert").getByText("Write the whole address").waitFor();
  expect(await card.getByLabel("Address", { exact: true }).getAttribute("aria-invalid")).toBe("true");
  await card.getByLabel("Address", { exact: true }).fill("http://crm.example.com/hooks");
  await add.click();
  await card.getByRole("alert").getByText("begins with https://").waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await page.context().setOffline(true);
  await card.getByLabel("Address", { exact: true }).fill("https://crm.example.com/hooks");
  await add.click();
  await card.locator(".components-notice", { hasText: "What you wrote is still here" }).waitFor();
  await page.context().setOffline(false);
  expect(await card.getByLabel("Name of the destination").inputValue()).toBe("CRM");
  await card.getByLabel("Address", { exact: true }).press("Enter");

  const secret = card.getByLabel("The secret of CRM, shown this once");
  await secret.waitFor();
  expect(await secret.inputValue()).toBe("whsec_c2VjcmV0LW9mLXRoZS13ZWJob29r");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await card.getByRole("button", { name: "Copy" }).click();
  await card.getByText("Copied.").waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("whsec_c2VjcmV0LW9mLXRoZS13ZWJob29r");
  expect(await findBarriers(page)).toEqual([]);
  await card.getByRole("button", { name: "I have kept it" }).click();
  await secret.waitFor({ state: "detached" });
  expect(desk.server().world.destinations).toMatchObject([
    { kind: "webhook", name: "CRM", facts: ["call.completed", "voicemail"], settings: { sendsCaller: false } },
  ]);

  await card.getByRole("button", { name: "Send a test: CRM" }).click();
  await card.getByText("The test arrived: 204 in 12 ms.").waitFor();
  desk.server().world.receiverAnswers = 500;
  await card.getByRole("button", { name: "Send a test: CRM" }).click();
  await card.getByText("The test did not arrive: 500 in 12 ms.").waitFor();
  await page.getByText("out of order").first().waitFor({ state: "attached" });
});

test("people are added with quiet hours; a destination is changed, switched off, given a new secret and removed", async () => {
  desk.server().world.destinations.push(aDestination(1, { failures: 3, failingSince: "2026-11-25T10:00:00.000Z" }));
  const page = await desk.openSignedIn("/destinations");
  const card = cardOf(page, "Where events are sent");
  await card.getByText("3 failures in a row").waitFor();
  await card.getByText("Add a destination", { exact: true }).click();
  await card.getByLabel("What it is").selectOption("email");
  await card.getByLabel("Name of the destination").fill("Ann");
  await card.getByLabel("Mail address").fill("ann@example.com");
  await card.getByLabel("Quiet from").fill("20:00");
  await card.getByRole("button", { name: "Add", exact: true }).click();
  await card.getByRole("alert").getByText("Write when it begins and when it ends").waitFor();
  await card.getByLabel("Quiet until").fill("07:00");
  await card.getByLabel("Time zone").fill("America/Chicago");
  await card.getByRole("button", { name: "Add", exact: true }).click();
  await card.getByText("ann@example.com").waitFor();
  expect(desk.server().world.destinations[1]).toMatchObject({
    facts: ["call.completed", "voicemail", "notice", "digest"],
    settings: { to: "ann@example.com", quiet: { from: "20:00", to: "07:00", timeZone: "America/Chicago" } },
  });

  await card.getByRole("button", { name: "Change: CRM" }).click();
  await card.getByLabel("Name of the destination").first().fill("Old CRM");
  await card.getByRole("button", { name: "Save" }).click();
  await card.getByText("Old CRM", { exact: true }).waitFor();
  await card.getByRole("button", { name: "Switch off: Old CRM" }).click();
  await card.getByText("Switched off").waitFor();
  expect(desk.server().world.destinations.find(({ name }) => name === "Old CRM")?.isOn).toBe(false);
  await card.getByRole("button", { name: "New secret: Old CRM" }).click();
  await card.getByRole("button", { name: "Make a new secret" }).click();
  await card.getByText("The old one signs beside it until").waitFor();
  expect(await card.getByLabel("The secret of Old CRM").inputValue()).toBe("whsec_YW5vdGhlci1zZWNyZXQ=");
  await card.getByRole("button", { name: "Remove: Old CRM" }).click();
  await card.getByRole("button", { name: "Remove it" }).click();
  await card.getByText("Old CRM", { exact: true }).waitFor({ state: "detached" });
  expect(desk.server().world.destinations.map(({ name }) => name)).toEqual(["Ann"]);
});

test("the log is read page by page, opened by key, narrowed, and sent again: one, or a period", async () => {
  const { world } = desk.server();
  const crm = aDestination(1);
  const dead = {
    status: 500,
    tookMs: 30,
    at: "2026-11-25T09:30:00.000Z",
    trouble: "status_bad",
    answer: "out of order",
  };
  world.destinations.push(crm, aDestination(2, { name: "Other" }));
  world.deliveries.push(aDelivery(0, crm.id, { state: "dead", tries: [dead] }));
  for (let nth = 1; nth < 30; nth += 1) world.deliveries.push(aDelivery(nth, crm.id));
  const page = await desk.openSignedIn("/destinations");
  const log = cardOf(page, "What was sent");
  await log.locator("details").nth(24).waitFor({ state: "attached" });
  expect(await log.locator("details").count()).toBe(25);
  await log.getByRole("button", { name: "Earlier ones" }).click();
  await expect.poll(() => log.locator("details").count()).toBe(30);

  await log.getByLabel("What became of it").selectOption("dead");
  await expect.poll(() => log.locator("details").count()).toBe(1);
  await log.locator("summary").press("Enter");
  await log.getByText("500 in 30 ms").waitFor();
  await log.getByText("out of order").waitFor();
  await log.getByText('"outcome":"missed"').waitFor();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findBarriers(page), colorScheme).toEqual([]);
  }
  await log.getByRole("button", { name: "Send it again" }).click();
  await log.getByText("It is sent again").waitFor();
  expect(world.deliveries[0]).toMatchObject({ why: "replay", event: { subject: world.deliveries[1]?.event.subject } });
  await log.getByLabel("Sent to").selectOption("Other");
  await log.getByText("Nothing like that was sent.").waitFor();

  const card = cardOf(page, "Where events are sent");
  await card.getByRole("button", { name: "Send a period again: CRM" }).click();
  await card.getByRole("button", { name: "Send them again" }).click();
  await card.getByRole("alert").first().getByText("Choose a day and a time.").waitFor();
  await card.getByLabel("Events from").fill("2026-11-20T00:00");
  await card.getByLabel("Until", { exact: true }).fill("2026-11-30T00:00");
  await card.getByRole("button", { name: "Send them again" }).click();
  await card.getByText("31 events are sent again.").waitFor();
});

test("a server that cannot answer is told, and asked again", async () => {
  desk.server().world.failWith = 403;
  const page = await desk.openSignedIn("/destinations");
  await page.getByText("You may not see this.").waitFor();
  desk.server().world.failWith = undefined;
  await page.getByRole("button", { name: "Try again" }).click();
  await cardOf(page, "Where events are sent").getByText("Nowhere yet.").waitFor();
});
