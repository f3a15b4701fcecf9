import { playedBackupCodes, playedCode, playedLink, playedPerson } from "@ringtrail/admin-screens/testing";
import { expect, test } from "vitest";
import { atADesk } from "./browse.ts";
import { findBarriers } from "./find-barriers.ts";

const desk = atADesk();

/** Writes what is known of the person at the screen. */
function know(facts: { hasTwoFactor?: boolean; mustSetTwoFactor?: boolean; hasPassword?: boolean }): void {
  const { settings } = desk.server().world;
  const { session } = settings;
  if (session.person !== undefined) settings.session = { ...session, person: { ...session.person, ...facts } };
}

test("a second factor is set up, asked of everybody, used at the door, renewed and turned off", async () => {
  const { settings } = desk.server().world;
  const page = await desk.openSignedIn("/settings");
  await page.getByText("Set up your own to ask everybody for one.").waitFor();
  const card = page.getByRole("region", { name: "Second factor" });
  await card.getByLabel("Your password").fill("wrong");
  await card.getByRole("button", { name: "Set up a second factor" }).click();
  await card.getByRole("alert").getByText("This is not your password.").waitFor();
  expect(await card.getByLabel("Your password").inputValue()).toBe("wrong");
  await card.getByLabel("Your password").fill(playedPerson.password);
  await card.getByRole("button", { name: "Set up a second factor" }).click();
  await card.getByRole("img", { name: "The secret as a QR code" }).waitFor();
  await card.getByText("JBSW Y3DP EHPK").waitFor();
  await card.getByLabel("The six digits it shows now").fill("000000");
  await card.getByRole("button", { name: "Confirm" }).click();
  await card.getByRole("alert").getByText("This code is refused.").waitFor();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findBarriers(page), colorScheme).toEqual([]);
  }
  await card.getByLabel("The six digits it shows now").fill(playedCode);
  await card.getByRole("button", { name: "Confirm" }).click();
  const codes = card.getByRole("list", { name: "Backup codes" });
  await codes.waitFor();
  expect(await codes.locator("li").allTextContents()).toEqual(playedBackupCodes);
  const saving = page.waitForEvent("download");
  await card.getByRole("link", { name: "Save as a file" }).click();
  expect((await saving).suggestedFilename()).toBe("ringtrail-backup-codes.txt");
  await card.getByRole("button", { name: "I have kept them" }).click();
  await page.getByRole("checkbox", { name: "Everybody here needs a second factor" }).check();
  await expect.poll(() => settings.security.wanted.requiresTwoFactor).toBe(true);

  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.fill("[name=email]", playedPerson.email);
  await page.fill("[name=password]", playedPerson.password);
  await page.click("button[type=submit]");
  await page.getByLabel("The six digits your authenticator shows now").fill("000 000");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("alert").getByText("This code is refused.").waitFor();
  expect(await page.inputValue("[name=code]")).toBe("000 000");
  expect(await findBarriers(page)).toEqual([]);
  await page.getByLabel("The six digits your authenticator shows now").fill("123 456");
  await page.getByRole("button", { name: "Sign in" }).click();

  await card.getByText("Make new backup codes").click();
  const renew = card.locator("details", { hasText: "Make new backup codes" });
  await renew.getByLabel("Your password").fill(playedPerson.password);
  await renew.getByRole("button", { name: "Make ten new codes" }).click();
  expect(await codes.locator("li").first().textContent()).toBe(playedBackupCodes.at(-1));
  await card.getByRole("button", { name: "I have kept them" }).click();
  await card.getByText("Turn it off").click();
  const end = card.locator("details", { hasText: "Turn it off" });
  await end.getByLabel("Your password").fill(playedPerson.password);
  await end.getByRole("button", { name: "Turn the second factor off" }).click();
  await card.getByRole("button", { name: "Set up a second factor" }).waitFor();
});

test("whoever came by a link and has no second factor yet sets it up at the door, then a password", async () => {
  const { settings } = desk.server().world;
  know({ mustSetTwoFactor: true, hasPassword: false });
  const page = await desk.open(`/link/${playedLink}`);
  await page.getByRole("heading", { name: "This account asks for a second factor" }).waitFor();
  await page.getByRole("button", { name: "Set up a second factor" }).click();
  await page.getByLabel("The six digits it shows now").fill(playedCode);
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.getByRole("button", { name: "I have kept them" }).click();
  await page.getByRole("link", { name: "Settings" }).click();
  const card = page.getByRole("region", { name: "Password" });
  await card.getByLabel("A new password").fill("short");
  await card.getByRole("button", { name: "Set it" }).click();
  await card.getByRole("alert").getByText("Use 12 to 128 characters").waitFor();
  expect(await card.getByLabel("A new password").inputValue()).toBe("short");
  await card.getByLabel("A new password").fill("a much longer password");
  await card.getByRole("button", { name: "Set it" }).click();
  await card.getByText("Saved.").waitFor();
  expect(settings.password).toBe("a much longer password");
});

test("a link asks for the code too, a backup code will do; a session that rested too long says so at the door", async () => {
  const { settings } = desk.server().world;
  know({ hasTwoFactor: true });
  const page = await desk.open(`/link/${playedLink}`);
  await page.getByRole("button", { name: "Lost your authenticator? Use a backup code" }).click();
  await page.getByLabel("A backup code").fill(playedBackupCodes[3] ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "Calls", exact: true }).waitFor();
  settings.ended = "session_idle";
  // Any question finds out; the page may ask one of its own before this one.
  await page.evaluate(() => (location.hash = "#/settings"));
  await page.locator(".components-notice", { hasText: "nobody used this page for a while" }).waitFor();
});
