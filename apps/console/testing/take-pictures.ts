// Writes a picture of every screen, light and dark, wide and on a phone, to reports/pictures. Run after a build.
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import {
  anAnsweredCall,
  aDelivery,
  aDestination,
  aPool,
  aRingingCall,
  callId,
  playedPerson,
  startContractServer,
} from "@ringtrail/admin-screens/testing";
import { launchBrowser } from "@tooling/harness";

const folder = fileURLToPath(new URL("../reports/pictures/", import.meta.url));
const now = Date.now();
const ago = (minutes: number): Date => new Date(now - minutes * 60_000);
const server = await startContractServer({ console: fileURLToPath(new URL("../dist", import.meta.url)) });
server.world.calls.push(
  aRingingCall(1, ago(0)),
  anAnsweredCall(2, ago(9)),
  anAnsweredCall(3, ago(55), {
    matchKind: "ambiguous",
    confidence: 0.41,
    touch: { channel: "organic_search", source: "google", medium: "organic", rule: "search_referrer" },
    landingPath: "/drain-cleaning/24-hour-emergency-service-in-oakland-and-berkeley",
  }),
  anAnsweredCall(4, ago(400), {
    matchKind: "none",
    confidence: 0.7,
    touch: undefined,
    landingPath: undefined,
    pages: [],
    state: { phase: "ended", businessEnd: "no_answer", refused: false, talkMs: 0, lengthMs: 21_000 },
  }),
);
server.world.pools.push(aPool(new Date(now)));
server.world.overrides["US-CA"] = {
  phone: "active_consent",
  reason: "Our counsel wants a yes from every Californian",
  author: "Ann Owner",
  date: "2026-11-24",
};
server.world.callerPlaces.push({
  id: "place-1",
  phone: "+1…23",
  kind: "billing",
  place: "US-WA",
  name: "Washington",
  basis: "Address on the invoices of 2026",
  declaredBy: "ann@example.com",
  declaredAt: ago(90).toISOString(),
});
server.world.cannot.push({
  carrier: "twilio",
  skill: "hear_agent_keys",
  words: "twilio does not tell us of keys pressed during a talk: whoever answers pauses a recording by the API.",
});

const [crm, ann] = [
  aDestination(1),
  aDestination(2, {
    kind: "email",
    name: "Ann Owner",
    facts: ["call.completed", "voicemail", "notice", "digest"],
    settings: { to: "ann@example.com", timeZone: "America/Chicago" },
    failures: 3,
    failingSince: ago(90).toISOString(),
  }),
];
const refused = { at: ago(4).toISOString(), tookMs: 31, trouble: "connection_refused" };
server.world.destinations.push(crm, ann);
server.world.deliveries.push(
  aDelivery(1, crm.id),
  aDelivery(2, ann.id, { state: "waiting", dueAt: ago(-20).toISOString(), tries: [refused] }),
  aDelivery(3, crm.id, { state: "dead", why: "replay", tries: [{ ...refused, status: 500, trouble: "status_bad" }] }),
);

const browser = await launchBrowser();
await mkdir(folder, { recursive: true });
for (const scheme of ["light", "dark"] as const) {
  for (const [size, viewport] of [
    ["wide", { width: 1280, height: 860 }],
    ["phone", { width: 390, height: 844 }],
  ] as const) {
    const page = await browser.newPage({ colorScheme: scheme, viewport });
    const shoot = async (name: string, wait: string): Promise<void> => {
      await page.waitForSelector(wait);
      await page.screenshot({ path: `${folder}${name}-${scheme}-${size}.png`, fullPage: true });
    };
    await page.goto(`${server.url}/console/`);
    await shoot("sign-in", "form");
    await page.fill("[name=email]", playedPerson.email);
    await page.fill("[name=password]", playedPerson.password);
    await page.click("button[type=submit]");
    await shoot("calls", ".rt-calls");
    await page.goto(`${server.url}/console/#/calls/${callId(2)}`);
    await shoot("call", "article");
    await page.goto(`${server.url}/console/#/calls/${callId(1)}`);
    await shoot("ringing", "article h1");
    await page.goto(`${server.url}/console/#/call-flows`);
    await shoot("call-flows", ".rt-flow");
    await page.goto(`${server.url}/console/#/numbers`);
    await shoot("numbers", ".rt-number");
    await page.goto(`${server.url}/console/#/recording-consent`);
    await page.getByRole("option", { name: /^Washington \(/ }).click();
    await page.getByText("Change a rule", { exact: true }).click();
    await page.getByRole("button", { name: "Change the rule" }).click();
    await shoot("recording-consent", ".rt-headline");
    await page.goto(`${server.url}/console/#/destinations`);
    await page.getByText("Add a destination", { exact: true }).click();
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.locator(".rt-log summary").first().click();
    await shoot("destinations", ".rt-log");
    await page.context().close();
  }
}
await browser.close();
await server.close();
console.log(`Pictures are in ${folder}`);
