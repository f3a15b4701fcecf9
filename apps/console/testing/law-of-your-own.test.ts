import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { aRingingCall } from "@ringtrail/admin-screens/testing";
import { atADesk } from "./browse.ts";
import { findBarriers } from "./find-barriers.ts";

const desk = atADesk();
const cardOf = (page: Page, name: string) => page.getByRole("region", { name });

test("an owner changes a rule with a reason, a name and a day, sees it wherever it applies, and takes it back", async () => {
  const page = await desk.openSignedIn("/recording-consent");
  const card = cardOf(page, "Rules you changed");
  await card.getByText("You have changed no rule").waitFor();
  await card.getByText("Change a rule", { exact: true }).click();
  const change = card.getByRole("button", { name: "Change the rule" });

  await card.getByLabel("A telephone call there needs").selectOption("silent");
  await change.click();
  await card.getByRole("alert").getByText("Choose a place that has a rule of its own.").waitFor();
  await card.getByLabel("Place whose rule you change").selectOption("US-CA");
  await card.getByText("This asks for less than the law as we keep it.").first().waitFor();
  await card.getByLabel("A telephone call there needs").selectOption("active_consent");
  await change.click();
  await card.getByRole("alert").getByText("Write why").waitFor();
  expect(await card.getByLabel("Why", { exact: true }).getAttribute("aria-invalid")).toBe("true");
  await card.getByLabel("Why", { exact: true }).fill("Our counsel wants a yes");
  await card.getByLabel("Who changes the rule").fill("Ann Owner");
  await page.keyboard.press("Enter");

  await card.getByText("Changed. The next call is judged by it.").waitFor();
  expect(desk.server().world.overrides["US-CA"]).toMatchObject({
    phone: "active_consent",
    reason: "Our counsel wants a yes",
    author: "Ann Owner",
  });
  await card.getByText("Our counsel wants a yes").waitFor();
  await card.getByText("The law as we keep it: Announce.").waitFor();
  expect(await findBarriers(page)).toEqual([]);

  await card.getByRole("button", { name: "Take back the change for California" }).click();
  await card.getByText("You have changed no rule").waitFor();
  expect(desk.server().world.overrides).toEqual({});
});

test("who shares a server is told who changes its rules, and everybody what the carrier cannot do", async () => {
  const words = "twilio does not tell us of keys pressed during a talk.";
  desk.server().world.mayChangeRules = false;
  desk.server().world.cannot.push({ carrier: "twilio", skill: "hear_agent_keys", words });
  const page = await desk.openSignedIn("/recording-consent");

  await cardOf(page, "Rules you changed").getByText("Several accounts share this server").waitFor();
  expect(await page.getByText("Change a rule", { exact: true }).count()).toBe(0);
  await cardOf(page, "What callers are told").getByText(words).waitFor();
});

test("where a caller is and where the bills go is declared, uploaded as a spreadsheet and taken back", async () => {
  const page = await desk.openSignedIn("/recording-consent");
  const card = cardOf(page, "Where your callers are");
  await card.getByText("Nothing is declared.").waitFor();
  await card.getByLabel("Number whose place you know").fill("555");
  await card.getByLabel("Place of the caller").selectOption("US-TX");
  await card.getByLabel("How it is known").fill("invoices");
  await card.getByLabel("What you know").selectOption("billing");
  await card.getByRole("button", { name: "Declare" }).click();
  await card.getByRole("alert").getByText("Write the number with its country code").waitFor();
  expect(await card.getByLabel("How it is known").inputValue()).toBe("invoices");

  await card.getByLabel("Number whose place you know").fill("+1 (415) 555-0123");
  await card.getByRole("button", { name: "Declare" }).click();
  await card.getByText("Is billed in Texas").waitFor();
  const csv = "phone,place,basis\n+14155550124,US-WA,contract\n555,US-WA,contract\n";
  await card
    .locator("input[type=file]")
    .setInputFiles({ name: "p.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await card.getByText("1 of 2 rows were kept.").waitFor();
  await card.getByText("Line 3: The phone is no number in E.164").waitFor();

  await card.getByRole("button", { name: "Take back Texas" }).click();
  await card.getByText("Is billed in Texas").waitFor({ state: "detached" });
  expect(desk.server().world.callerPlaces.map(({ place }) => place)).toEqual(["US-WA"]);
});

test("a call's caller is placed from the call's page", async () => {
  const call = aRingingCall(1, new Date());
  desk.server().world.calls.push(call);
  const page = await desk.openSignedIn(`/calls/${call.id}`);
  const card = cardOf(page, "Where this caller is");
  await card.getByText("Declare a place").click();
  await card.getByLabel("Place of the caller").selectOption("US-WA");
  await card.getByLabel("How it is known").fill("said so");
  await card.getByRole("button", { name: "Declare" }).click();

  await card.getByText("Is in Washington").waitFor();
  expect(desk.server().world.callerPlaces).toMatchObject([{ call: call.id, place: "US-WA", kind: "declared" }]);
});
