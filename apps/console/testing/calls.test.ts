import { aRingingCall, anAnsweredCall, aSuspectedCall, callId } from "@ringtrail/admin-screens/testing";
import { expect, test } from "vitest";
import { atADesk } from "./browse.ts";
import { findBarriers } from "./find-barriers.ts";

const desk = atADesk();

test("an account without calls says what will appear here", async () => {
  const page = await desk.openSignedIn();

  await page.getByText("No calls yet").waitFor();
});

test("whoever may not know callers is told why a clinic's calls are not here, and a narrowed list what narrows it", async () => {
  const { world } = desk.server();
  const { settings, flow } = world;
  settings.session = { ...settings.session, role: "analyst", scopes: ["calls:read"] };
  if (flow !== undefined) world.flow = { ...flow, isHealthcare: true };
  const page = await desk.openSignedIn();

  await page.getByText("A clinic’s calls are shown to people who may know callers").waitFor();
  await page.getByRole("link", { name: "Only spam" }).click();
  await page.getByText("No such calls").waitFor();
});

test("a call appears in the list while it rings, without a reload, and changes when it is answered", async () => {
  const page = await desk.openSignedIn();
  await page.getByText("Live", { exact: true }).waitFor();
  const rangAt = new Date();

  desk.server().tell(aRingingCall(1, rangAt));
  const row = page.locator(".rt-calls tbody tr");
  await row.getByText("Ringing").waitFor();
  expect(await row.textContent()).toContain("Paid search: google / cpc");
  expect(await row.textContent()).toContain("86%");

  desk.server().tell(anAnsweredCall(1, rangAt));
  await row.getByText("Answered").waitFor();
  expect(await row.textContent()).toContain("0:30");
});

test("a call that came while the stream was away is there when it returns", async () => {
  const page = await desk.openSignedIn();
  await page.getByText("Live", { exact: true }).waitFor();

  desk.server().dropStreams();
  desk.server().tell(aRingingCall(1, new Date()));

  await page.locator(".rt-calls tbody tr").getByText("Ringing").waitFor();
});

test("a device without network says so, keeps what it showed, and catches up by itself", async () => {
  desk.server().world.calls.push(anAnsweredCall(1, new Date()));
  const page = await desk.openSignedIn();
  await page.locator(".rt-calls tbody tr").waitFor();

  await page.context().setOffline(true);
  await page.getByText("Offline: what you see may be old").waitFor();
  desk.server().world.calls.unshift(aRingingCall(2, new Date()));
  expect(await page.locator(".rt-calls tbody tr").count()).toBe(1);

  await page.context().setOffline(false);
  await page.locator(".rt-calls tbody tr").nth(1).waitFor();
});

test("a long list is read page by page, and the keyboard reaches every call", async () => {
  for (let count = 120; count > 0; count--) desk.server().world.calls.push(anAnsweredCall(count, new Date()));
  const page = await desk.openSignedIn();
  await page.locator(".rt-calls tbody tr").first().waitFor();
  expect(await page.locator(".rt-calls tbody tr").count()).toBe(50);

  await page.getByRole("button", { name: "Earlier calls" }).press("Enter");
  await page.locator(".rt-calls tbody tr").nth(99).waitFor();
  await page.locator(".rt-calls tbody tr a").nth(99).focus();
  await page.keyboard.press("Enter");

  await page.getByRole("heading", { name: "Why we think so" }).waitFor();
  expect(page.url()).toContain(`#/calls/${callId(21)}`);
});

test("a column is moved and hidden by its head, stays so after a reload, and comes back", async () => {
  desk.server().world.calls.push(anAnsweredCall(1, new Date()));
  const page = await desk.openSignedIn();
  await page.emulateMedia({ colorScheme: "dark" });
  const heads = page.locator(".rt-calls thead th");
  await heads.first().waitFor();
  const choose = async (head: string, what: string): Promise<void> => {
    await page.getByRole("columnheader", { name: head }).getByRole("button").press("Enter");
    await page.getByRole("menuitem", { name: what }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole("menuitem", { name: what }).press("Enter");
  };
  await choose("Landing page", "Hide column");
  await choose("How sure", "Move right");
  await expect.poll(() => heads.allInnerTexts()).toEqual(["When", "Source", "Outcome", "How sure"]);

  await page.reload();
  await heads.first().waitFor();
  expect(await heads.allInnerTexts()).toEqual(["When", "Source", "Outcome", "How sure"]);

  await page.getByRole("columnheader", { name: "Source" }).getByRole("button").press("Enter");
  await page.getByRole("menuitem", { name: "Insert right" }).press("ArrowRight");
  await page.getByRole("menuitem", { name: "Landing page" }).press("Enter");
  await expect.poll(() => heads.allInnerTexts()).toEqual(["When", "Source", "Landing page", "Outcome", "How sure"]);
});

test("a broken server puts a note above what was shown, and the list comes back by itself", async () => {
  desk.server().world.calls.push(anAnsweredCall(1, new Date()));
  const page = await desk.openSignedIn();
  await page.locator(".rt-calls tbody tr").waitFor();

  desk.server().world.failWith = 503;
  desk.server().tell(aRingingCall(2, new Date()));
  const note = page.locator(".components-notice", { hasText: "What you see may be old." });
  await note.waitFor();
  expect(await page.locator(".rt-calls tbody tr").count()).toBe(1);

  desk.server().world.failWith = undefined;
  desk.server().tell(aRingingCall(2, new Date()));
  await page.locator(".rt-calls tbody tr").nth(1).waitFor();
  expect(await note.count()).toBe(0);
});

test("a server that never answered is a sentence with a way on", async () => {
  desk.server().world.failWith = 403;
  const page = await desk.openSignedIn();
  await page.getByText("You may not see this.").waitFor();

  desk.server().world.failWith = undefined;
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("No calls yet").waitFor();
});

test("a call that looks like spam is flagged with its reasons, can be left out, and its owner clears it", async () => {
  desk.server().world.calls.push(aSuspectedCall(2, new Date()), anAnsweredCall(1, new Date()));
  const page = await desk.openSignedIn("/calls");
  const rows = page.locator(".rt-calls tbody tr");
  await rows.nth(1).waitFor();
  expect(await rows.first().textContent()).toContain("Spam");
  expect(await rows.nth(1).textContent()).not.toContain("Spam");

  await page.getByRole("link", { name: "Hide spam" }).click();
  await expect.poll(() => rows.count()).toBe(1);
  await page.getByRole("link", { name: "Only spam" }).click();
  await expect.poll(() => rows.first().textContent()).toContain("Spam");
  await rows.first().getByRole("link").click();

  const card = page.getByRole("region", { name: "Spam?" });
  await card.getByText("Called a number that nobody is shown").waitFor();
  expect(await card.textContent()).toContain("score 50%");
  expect(await findBarriers(page)).toEqual([]);
  await card.getByRole("button", { name: "This is no spam" }).click();
  await card.getByText("Not flagged").waitFor();
  expect(desk.server().world.calls[0]?.state.spam).toMatchObject({ flagged: false, said: { isSpam: false } });

  await page.goBack();
  await page.getByText("No such calls").waitFor();
  await page.getByRole("link", { name: "Hide spam" }).click();
  await rows.nth(1).waitFor();
});

test("a lost network while a call is cleared says so, and the next press clears it", async () => {
  desk.server().world.calls.push(aSuspectedCall(1, new Date()));
  const page = await desk.openSignedIn(`/calls/${callId(1)}`);
  const button = page.getByRole("button", { name: "This is no spam" });
  await button.waitFor();
  await page.context().setOffline(true);
  await button.click();
  await page.getByText("The server cannot be reached. Press again.").waitFor();

  await page.context().setOffline(false);
  await button.click();
  await page.getByRole("button", { name: "Flag as spam" }).waitFor();
});
