import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { launchBrowser } from "@tooling/harness";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openConsole, openNewestCall, recordingLink } from "./console.ts";
import { callReport, placeCall } from "./fake-call.ts";
import { runCommand, startRingtrail, type Ringtrail } from "./start-ringtrail.ts";

let folder = "";
let ringtrail: Ringtrail;
let browser: Browser;
let callPage: Page;
let call = "";

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "ringtrail-certificate-"));
  ringtrail = await startRingtrail({ dataFolder: folder, carrierSpeed: 20 });
  browser = await launchBrowser();
  // Washington wants the notice inside the recording too: the longest ordinary certificate.
  const wish = { to: "+14155550121", from: "+12065550188", talkSeconds: 3 };
  await callReport(ringtrail.fakeCarrier, await placeCall(ringtrail.fakeCarrier, wish));
  callPage = await openConsole(browser, ringtrail.ownerLink);
  call = await openNewestCall(callPage);
  await recordingLink(callPage, call);
});

afterAll(async () => {
  await browser?.close();
  await ringtrail?.process.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("the call page leads to its certificate: one printed page, nothing fetched, nothing run, nothing refused", async () => {
  const opened = callPage.context().waitForEvent("page");
  await callPage.getByRole("link", { name: "Certificate" }).click();
  const certificate = await opened;
  const complaints: string[] = [];
  certificate.on("console", (line) => complaints.push(line.text()));
  const asked: string[] = [];
  certificate.on("request", (request) => asked.push(request.url()));
  await certificate.reload();

  await certificate.getByRole("heading", { name: "Certificate of recording consent" }).waitFor();
  await expect
    .poll(() => certificate.locator(".outcome").textContent())
    .toBe("The call was recorded, after the notice was heard to its end.");
  expect(await certificate.locator("blockquote").first().textContent()).toContain("This call will be recorded");
  expect(await certificate.locator("table").textContent()).toContain("by the short notice inside the recording");
  // The style is in force: the policy knows its hash.
  expect(await certificate.locator("h1").evaluate((title) => getComputedStyle(title).marginTop)).toBe("0px");
  expect(asked.filter((url) => !url.endsWith("/favicon.ico"))).toEqual([certificate.url()]);
  expect(complaints).toEqual([]);
  const pdf = (await certificate.pdf({ preferCSSPageSize: true, format: "A4" })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await certificate.close();
});

test("the proof beside it is verified by the command line without a server, until a word of it is changed", async () => {
  const answer = await callPage.request.get(`${ringtrail.url}/v1/calls/${call}/proof`);
  const file = path.join(folder, "proof.json");
  const proof = await answer.text();
  writeFileSync(file, proof);
  const verify = () => runCommand(path.join(folder, "nothing-here"), ["consent", "verify", "--file", file]);

  expect(await verify()).toMatch(/proofs, unbroken\. The last is \d+, [0-9a-f]{64}/);
  writeFileSync(file, proof.replace('"applied":"announce"', '"applied":"silent"'));
  await expect(verify()).rejects.toThrow(/broken at proof \d+ \(call .+\): what it says is not what was hashed/);
});
