import { expect, test, vi } from "vitest";
import { aShell } from "../../../testing/a-shell.ts";

// Every command is a process of its own, and the machine may be busy.
vi.setConfig({ testTimeout: 300_000 });

test("a number is found, its price said, rented with a yes, listed and given back", async () => {
  const ringtrail = await aShell();

  expect((await ringtrail("numbers search --area 212")).stdout).toContain("+12125550100  1.15 USD a month");
  const unsaid = await ringtrail("numbers buy +12125550142");
  expect(unsaid.status).toBe(1);
  expect(unsaid.stderr).toMatch(/^price_not_accepted: \+12125550142 costs 1\.15 USD a month\. Nothing was bought\.$/m);
  expect((await ringtrail("numbers list")).stdout).not.toContain("+12125550142");

  const bought = await ringtrail("numbers buy +12125550142 --slice paid_search --yes --json");
  expect(JSON.parse(bought.stdout)).toMatchObject({ slice: "paid_search", monthly: { cents: 115 }, state: "in_use" });
  expect((await ringtrail("numbers list --csv")).stdout).toMatch(/^\+12125550142,in_use,pool,/m);
  const marked = await ringtrail("numbers takes +12125550142 whatsapp sms --json");
  expect(JSON.parse(marked.stdout)).toMatchObject({ e164: "+12125550142", takes: ["sms", "whatsapp"] });
  expect((await ringtrail("numbers takes +12125550142")).stdout).toContain("+12125550142 takes calls.");
  expect((await ringtrail("numbers takes +12125550142 fax")).stderr).toContain("sms, whatsapp");
  expect((await ringtrail("numbers release +12125550142")).stdout).toContain("rests until");
  expect((await ringtrail("numbers list")).stdout).toMatch(/\+12125550142 {2}resting/);
  expect((await ringtrail("numbers takes +12125550142 sms")).stderr).toContain("number_not_in_use");
});

test("the wizard asks where, what and which, says the price, and rents the one that was chosen", async () => {
  const ringtrail = await aShell();

  const { stdout, stderr, status } = await ringtrail("numbers source", "3\nSpring flyer\n206\n1\n");

  expect(status, stderr).toBe(0);
  expect(stderr).toContain("Google Business Profile");
  expect(stderr).toContain("1.15 USD a month");
  expect(stdout).toContain("+12065550100 is yours");
  const { numbers } = JSON.parse((await ringtrail("numbers list --json")).stdout);
  const touch = { channel: "campaign", source: "print", campaign: "Spring flyer" };
  expect(numbers).toContainEqual(
    expect.objectContaining({ e164: "+12065550100", role: "source", touch: expect.objectContaining(touch) }),
  );
});

test("a wizard that is left, a number that is none, a pool there is not: said plainly, nothing bought", async () => {
  const ringtrail = await aShell();

  expect((await ringtrail("numbers source", "2\n\n\n\n")).stderr).toContain("none_chosen");
  expect((await ringtrail("numbers source", "9\n")).stderr).toContain("kind_unknown");
  expect((await ringtrail("numbers import +12125550143")).stderr).toContain("number_not_at_carrier");
  expect((await ringtrail("numbers buy +12125550143 --pool Elsewhere --yes")).stderr).toContain("pool_unknown");
  expect((await ringtrail("numbers release +12125550143")).stderr).toContain("number_unknown");
});
