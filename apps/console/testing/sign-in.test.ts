import { playedLink, playedPerson } from "@ringtrail/admin-screens/testing";
import { expect, test } from "vitest";
import { atADesk } from "./browse.ts";

const desk = atADesk();

test("e-mail and password sign in, and the way chosen before is kept", async () => {
  const page = await desk.openSignedIn("/numbers");

  await page.getByRole("heading", { name: "Numbers", exact: true }).waitFor();
  expect(await page.locator(".cs-person").textContent()).toContain(playedPerson.email);
});

test("a wrong password says so beside the form and loses nothing typed", async () => {
  const page = await desk.open();
  await page.fill("[name=email]", playedPerson.email);
  await page.fill("[name=password]", "wrong");
  await page.click("button[type=submit]");

  await page.locator(".components-notice", { hasText: "do not fit together" }).waitFor();
  expect(await page.inputValue("[name=email]")).toBe(playedPerson.email);
  expect(await page.inputValue("[name=password]")).toBe("wrong");
});

test("a one-time owner link signs in by itself and leaves the address bar", async () => {
  const page = await desk.open(`/link/${playedLink}`);

  await page.getByRole("heading", { name: "Calls", exact: true }).waitFor();
  expect(page.url()).not.toContain(playedLink);
});

test("a link that was used before leads to the form with a word of why", async () => {
  const page = await desk.open("/link/an-older-owner-link");

  await page.locator(".components-notice", { hasText: "used before or is too old" }).waitFor();
  expect(page.url()).not.toContain("an-older-owner-link");
});

test("signing out closes the door for this and the next page", async () => {
  const page = await desk.openSignedIn();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.locator("[name=email]").waitFor();

  const next = await desk.open("/calls");
  await next.locator("[name=email]").waitFor();
});
