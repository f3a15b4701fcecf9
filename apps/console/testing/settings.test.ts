import { anApiKey, anAuditEntry, aPerson, aSession } from "@ringtrail/admin-screens/testing";
import { expect, test } from "vitest";
import { atADesk } from "./browse.ts";
import { findBarriers } from "./find-barriers.ts";

const desk = atADesk();

test("people are invited, changed and taken out; what is wrong stands beside the field and nothing typed is lost", async () => {
  const { settings } = desk.server().world;
  settings.people.push(aPerson(1));
  const page = await desk.openSignedIn("/settings");
  const card = page.getByRole("region", { name: "People" });
  await card.getByText("Invite somebody").click();
  await card.getByLabel("Their mail address").fill("not an address");
  await card.getByLabel("What they may do").selectOption("agent");
  await card.getByRole("button", { name: "Invite", exact: true }).click();
  await card.getByRole("alert").getByText("Write one mail address").waitFor();
  expect(await card.getByLabel("Their mail address").inputValue()).toBe("not an address");
  expect(await card.getByLabel("What they may do").inputValue()).toBe("agent");
  await card.getByLabel("Their mail address").fill("Bob@example.com");
  await card.getByRole("button", { name: "Invite", exact: true }).click();
  expect(await card.getByLabel("The link for bob@example.com").inputValue()).toContain("/console/#/join/");
  await card.getByRole("button", { name: "Withdraw the invitation: bob@example.com" }).click();
  await card.getByText("Invited as Agent").waitFor({ state: "detached" });

  await card.getByLabel("Role of owner@example.com").selectOption("admin");
  await card.getByRole("alert").getByText("An account always keeps an owner.").waitFor();
  await card.getByLabel("Role of person1@example.com").selectOption("auditor");
  await expect.poll(() => settings.people.at(-1)?.role).toBe("auditor");
  await card.getByRole("button", { name: "Take out: person1@example.com" }).click();
  await card.getByRole("button", { name: "Take them out" }).click();
  await card.getByLabel("Role of person1@example.com").waitFor({ state: "detached" });
});

test("a key is made of what its maker may do, shown once and revoked; the log is read page by page", async () => {
  const { settings } = desk.server().world;
  for (let nth = 30; nth > 0; nth -= 1) settings.audit.push(anAuditEntry(nth));
  settings.apiKeys.push(anApiKey(1, { expiresAt: "2026-01-01T00:00:00.000Z" }));
  const page = await desk.openSignedIn("/settings");
  const keys = page.getByRole("region", { name: "API keys" });
  await keys.getByText("Ended", { exact: true }).waitFor();
  await keys.getByText("Make an API key").click();
  await keys.getByRole("button", { name: "Make the key" }).click();
  await keys.getByRole("alert").getByText("Write what the key is for").waitFor();
  await keys.getByLabel("What the key is for").fill("CRM");
  await keys.getByRole("button", { name: "Make the key" }).click();
  await keys.getByRole("alert").getByText("Choose at least one thing").waitFor();
  expect(await keys.getByLabel("What the key is for").inputValue()).toBe("CRM");
  await keys.getByRole("checkbox", { name: /^calls:read/ }).check();
  await keys.getByRole("button", { name: "Make the key" }).click();
  expect(await keys.getByLabel("The secret of CRM").inputValue()).toBe("rt_shown-this-once");
  await keys.getByRole("button", { name: "I have kept it" }).click();

  const log = page.getByRole("region", { name: "Audit log" });
  await expect.poll(() => log.locator("details").count()).toBe(25);
  await log.getByRole("button", { name: "Earlier ones" }).click();
  await expect.poll(() => log.locator("details").count()).toBe(30);
  await log.locator("summary").first().press("Enter");
  await log.getByText("person.signed_in").first().waitFor();
  await log.getByLabel("Show").selectOption("Recordings played");
  await log.getByText("Nothing of this kind was done yet.").waitFor();
  await log.getByLabel("Show").selectOption("Sign-ins");
  await expect.poll(() => log.locator("details").count()).toBe(25);
  await page.getByRole("button", { name: "Forget this caller…" }).click();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findBarriers(page), colorScheme).toEqual([]);
  }
  await keys.getByRole("button", { name: "Revoke: CRM" }).click();
  await keys.getByRole("button", { name: "Revoke it" }).click();
  await keys.getByText("CRM", { exact: true }).waitFor({ state: "detached" });
});

test("a further account is opened and looked at from the top of the page", async () => {
  const page = await desk.openSignedIn("/settings");
  const card = page.getByRole("region", { name: "Accounts" });
  await card.getByText("Open another account").click();
  const long = "Client ".repeat(20);
  await card.getByLabel("Name of the account").fill(long);
  await card.getByRole("button", { name: "Open it" }).click();
  await card.getByRole("alert").getByText("Write a name, in 100 characters at most.").waitFor();
  expect(await card.getByLabel("Name of the account").inputValue()).toBe(long);
  await card.getByLabel("Name of the account").fill("Client Ltd");
  await card.getByRole("button", { name: "Open it" }).click();
  await card.getByRole("button", { name: "Look at Client Ltd" }).click();
  await expect.poll(() => desk.server().world.settings.session.account.name).toBe("Client Ltd");
  const top = page.getByRole("combobox", { name: "Account", exact: true });
  await expect.poll(() => top.locator("option:checked").textContent()).toBe("Client Ltd");
  await top.selectOption({ label: "Demo" });
  await expect.poll(() => desk.server().world.settings.session.account.name).toBe("Demo");
});

test("whoever may not see people, keys and the log is shown what is their own, and signs out elsewhere", async () => {
  const { settings } = desk.server().world;
  settings.sessions.push(aSession(2), aSession(3));
  settings.session = { ...settings.session, role: "agent", scopes: ["calls:read", "callers:read", "recordings:play"] };
  const page = await desk.openSignedIn("/settings");
  await page.getByRole("region", { name: "Accounts" }).waitFor();
  const own = page.getByRole("region", { name: "Where you are signed in" });
  await own.getByRole("button", { name: "Sign out: signed in at" }).first().click();
  await expect.poll(() => settings.sessions.length).toBe(2);
  await own.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect.poll(() => settings.sessions.map(({ isThis }) => isThis)).toEqual([true]);
  expect(await page.locator(".rt-card").count()).toBe(4);
  expect(await page.getByText("Open another account").count()).toBe(0);
});

test("somebody who asks by their address is shown what is known, and is forgotten once it was asked twice", async () => {
  const page = await desk.openSignedIn("/settings");
  await page.getByText("Somebody asks by their e-mail address").click();
  const card = page.getByRole("region", { name: "Somebody asks what is known, or to be forgotten" });
  const address = card.getByLabel("Their e-mail address");
  const form = card.locator("details", { hasText: "Somebody asks by their e-mail address" });
  await address.fill("ann");
  await form.getByRole("button", { name: "Show what is known" }).click();
  await form.getByText("Write a whole address, such as ann@example.com.").waitFor();
  expect(await address.inputValue()).toBe("ann");

  await address.fill("ann@example.com");
  await form.getByRole("button", { name: "Show what is known" }).click();
  await form.getByRole("status").getByText("Invited").waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await form.getByRole("button", { name: "Forget this address…" }).click();
  await form.getByRole("button", { name: "Forget the address" }).click();
  await form.getByText("Forgotten: 1 thing is gone.").waitFor();
});
