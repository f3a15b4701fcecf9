import { expect, test } from "vitest";
import { aTestApp } from "../../testing/test-app.ts";

test("200: whoever finds a weakness is told whom to tell, the server's owner first", async () => {
  const { app, clock } = await aTestApp({}, ({ server }) => ({
    server: { ...server, securityContact: "mailto:security@clinic.example" },
  }));

  const answer = await app.request("/.well-known/security.txt");
  const text = await answer.text();

  expect(answer.headers.get("content-type")).toMatch(/^text\/plain/);
  expect(text).toMatch(/^Contact: mailto:security@clinic\.example\nContact: https:\/\/ringtrail\.dev\/security\n/);
  const expires = Date.parse(/^Expires: (.+)$/m.exec(text)?.[1] ?? "");
  expect(expires).toBeGreaterThan(clock.now());
  expect(expires - clock.now()).toBeLessThan(365 * 86_400_000);
});

test("200: without a contact of its own the server names the software's", async () => {
  const { app } = await aTestApp();

  expect(await (await app.request("/.well-known/security.txt")).text()).toMatch(/^Contact: https:\/\/ringtrail\.dev/);
});
