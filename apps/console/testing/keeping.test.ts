import { aPerson } from "@ringtrail/admin-screens/testing";
import { expect, test } from "vitest";
import { atADesk } from "./browse.ts";
import { findBarriers } from "./find-barriers.ts";

const desk = atADesk();

test("how long things are kept is said in days, and a hold keeps what is due; nothing wrongly typed is lost", async () => {
  const { settings } = desk.server().world;
  const page = await desk.openSignedIn("/settings");
  const card = page.getByRole("region", { name: "How long things are kept" });
  const recordings = card.getByLabel("Recordings");
  await recordings.fill("for ever");
  await card.getByRole("alert").getByText("Write a whole number from 1 to 3650").waitFor();
  await card.getByRole("button", { name: "Save" }).click();
  expect([await recordings.inputValue(), settings.retention]).toEqual(["for ever", {}]);
  await recordings.fill("90");
  await card.getByRole("button", { name: "Save" }).click();
  await card.getByText("Days. Now: 90.").waitFor();
  expect(settings.retention).toEqual({ recordingDays: 90 });

  await card.getByText("Hold something").click();
  await card.getByRole("button", { name: "Hold it" }).click();
  await card.getByRole("alert").getByText("Say why").waitFor();
  await card.getByLabel("Why").fill("Case 26-114");
  await card.getByRole("button", { name: "Hold it" }).click();
  await card.getByRole("button", { name: "End the hold: Case 26-114" }).click();
  await card.getByText("Nothing is held.").waitFor();
});

test("sessions, keys and spending have limits; carriers say what is missing, and the account can be taken along", async () => {
  const { settings } = desk.server().world;
  settings.people.push(aPerson(1));
  const page = await desk.openSignedIn("/settings");
  const signing = page.getByRole("region", { name: "Signing in to this account" });
  const [idle, life] = [
    signing.getByLabel("A session ends without use after"),
    signing.getByLabel("A new API key lives at most"),
  ];
  const before = { ...settings.security.wanted };
  await idle.fill("half an hour");
  await life.fill("0");
  await signing.getByRole("alert").getByText("from 5 to 10080").waitFor();
  await signing.getByRole("alert").getByText("from 1 to 3650").waitFor();
  await signing.getByRole("button", { name: "Save" }).click();
  expect([await idle.inputValue(), await life.inputValue()]).toEqual(["half an hour", "0"]);
  expect(settings.security.wanted).toEqual(before);
  await idle.fill("30");
  await life.fill("90");
  await signing.getByRole("button", { name: "Save" }).click();
  await signing.getByText("Saved.").waitFor();
  expect(settings.security.wanted).toEqual({ requiresTwoFactor: false, idleMinutes: 30, keyDays: 90 });

  const limits = page.getByRole("region", { name: "Limits" });
  await limits.getByLabel("Countries calls may go to").fill("US, Canada");
  await limits.getByRole("button", { name: "Save" }).click();
  await limits.getByRole("alert").getByText("Write codes of two letters").waitFor();
  await limits.getByLabel("Countries calls may go to").fill("US, CA");
  await limits.getByLabel("Rent a month at most").fill("80");
  const currency = limits.getByLabel("Currency of the rent");
  await currency.fill("U$");
  await limits.getByRole("button", { name: "Save" }).click();
  await limits.getByRole("alert").getByText("with a currency of three letters").waitFor();
  expect(await currency.inputValue()).toBe("U$");
  await currency.fill("USD");
  await limits.getByRole("button", { name: "Save" }).click();
  await limits.getByText("Saved.").waitFor();
  expect(settings.limits).toMatchObject({ mostRent: { cents: 8_000, currency: "USD" }, countries: ["US", "CA"] });

  const carriers = page.getByRole("region", { name: "Carriers" });
  await carriers.getByText("1 number of it rings elsewhere").waitFor();
  expect(await carriers.getByText("Not connected").count()).toBe(2);
  await carriers.getByText("set PUBLIC_URL").waitFor();
  const everything = page.getByRole("link", { name: "Export the account (NDJSON)" });
  expect(await everything.getAttribute("href")).toBe("/v1/account/export.ndjson");

  const people = page.getByRole("region", { name: "People" });
  await people.getByRole("button", { name: "Reset the second factor: person1@example.com" }).click();
  await people.getByRole("button", { name: "Reset it" }).click();
  await people.getByRole("button", { name: "Sign out everywhere: person1@example.com" }).click();
  await people.getByRole("button", { name: "Sign them out" }).click();
  await expect.poll(() => settings.helped).toEqual(["person-1 two-factor", "person-1 sessions"]);
  expect(await findBarriers(page)).toEqual([]);
});

test("times are those of the account’s zone on every screen, wherever somebody looks from", async () => {
  const { settings } = desk.server().world;
  settings.sessions = settings.sessions.map((one) => ({ ...one, signedInAt: "2026-11-01T09:00:00.000Z" }));
  const page = await desk.openSignedIn("/settings");
  const zone = page.getByRole("region", { name: "Time zone" });
  await zone.getByLabel("Times and days are those of").selectOption("Asia/Tokyo");
  await zone.getByRole("button", { name: "Save" }).click();
  await zone.getByText("Saved.").waitFor();
  await page
    .getByRole("region", { name: "Where you are signed in" })
    .getByText(/Nov 1, 2026, 6:00/)
    .first()
    .waitFor();
});

test("who asks by the id in their cookie is shown what is known, and forgotten once it was asked twice", async () => {
  const page = await desk.openSignedIn("/settings");
  const sent: unknown[] = [];
  await page.route("**/v1/visitors/*", (route) => {
    if (route.request().postDataJSON().visitor === "ann") {
      const problem = { code: "body_invalid", title: "The body is not as described.", status: 422, field: "visitor" };
      return route.fulfill({ status: 422, contentType: "application/problem+json", json: problem });
    }
    sent.push([new URL(route.request().url()).pathname, route.request().postDataJSON()]);
    return route.fulfill({ json: { visits: route.request().url().endsWith("exports") ? [] : 2 } });
  });
  const card = page.getByRole("region", { name: "Somebody asks what is known" });
  await card.getByText("A visitor asks by the id in their cookie").click();
  const form = card.locator("details").filter({ hasText: "A visitor asks by the id in their cookie" });
  await form.getByLabel("The visitor’s id").fill("Ann");
  await form.getByRole("button", { name: "Show what is known" }).click();
  await form.getByRole("alert").getByText("An id has 36 characters").waitFor();
  expect(await form.getByLabel("The visitor’s id").inputValue()).toBe("Ann");
  await form.getByLabel("The visitor’s id").fill(" 0199F3C2-0000-7000-8000-000000000001 ");
  await form.getByRole("button", { name: "Show what is known" }).click();
  await form.getByText("Nothing is known of this visitor.").waitFor();
  await form.getByRole("button", { name: "Forget this visitor…" }).click();
  expect(sent.length).toBe(1);
  await form.getByRole("button", { name: "Forget the visitor" }).click();
  await form.getByText("Forgotten: 2 visits are gone.").waitFor();
  await card.getByLabel("The number they call from").fill("555-0100");
  await card.getByRole("button", { name: "Show what is known" }).first().click();
  await card.getByRole("alert").getByText("This is no phone number.").waitFor();
  expect(await card.getByLabel("The number they call from").inputValue()).toBe("555-0100");
  await card.getByText("Somebody asks by their e-mail address").click();
  const byEmail = card.locator("details").filter({ hasText: "Somebody asks by their e-mail address" });
  await byEmail.getByLabel("Their e-mail address").fill("ann at example.com");
  await byEmail.getByRole("button", { name: "Show what is known" }).click();
  await byEmail.getByRole("alert").getByText("Write a whole address").waitFor();
  expect(await byEmail.getByLabel("Their e-mail address").inputValue()).toBe("ann at example.com");
  const asked = { visitor: "0199f3c2-0000-7000-8000-000000000001" };
  expect(sent).toEqual([
    ["/v1/visitors/exports", asked],
    ["/v1/visitors/erasures", asked],
  ]);
});
