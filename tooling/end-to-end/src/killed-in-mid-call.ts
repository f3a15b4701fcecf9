import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort, launchBrowser } from "@tooling/harness";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openConsole } from "./console.ts";
import type { DatabaseKind } from "./databases.ts";
import { callReport, placeCall, untilCall } from "./fake-call.ts";
import { startRingtrail, type Ringtrail } from "./start-ringtrail.ts";
import { acceptConsent, adLanding, numberShown, openShop, toE164 } from "./visit-shop.ts";

const caller = "+12125550177";

/** Kills the server at three instants of a call, on one kind of database. */
export function killInMidCall({ name, open }: DatabaseKind): void {
  describe(`a server killed in the middle of a call, on ${name}`, () => {
    let folder = "";
    let database: Awaited<ReturnType<typeof open>>;
    let ringtrail: Ringtrail;
    let browser: Browser;
    let port = 0;
    let borrowed = "";

    beforeAll(async () => {
      folder = mkdtempSync(path.join(tmpdir(), "ringtrail-killed-"));
      database = await open();
      port = await freePort();
      ringtrail = await startRingtrail({ dataFolder: folder, databaseUrl: database.url, port });
      browser = await launchBrowser();
      const visitor = await openShop(browser, ringtrail.url, adLanding);
      await acceptConsent(visitor);
      borrowed = toE164((await numberShown(visitor)).text);
    });

    afterAll(async () => {
      await browser?.close();
      await ringtrail?.process.stop();
      await database?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    /** Kills the server as a power cut would, and starts it again on the same port and folder. */
    async function killAndRestart(): Promise<void> {
      await ringtrail.process.kill();
      ringtrail = await startRingtrail({ dataFolder: folder, databaseUrl: database.url, port });
    }

    /** The call as the console's API tells it after everything has settled. */
    async function storedCall(sid: string): Promise<StoredCall> {
      const page = await openConsole(browser, ringtrail.ownerLink);
      const read = async (): Promise<StoredCall | undefined> => {
        const { calls } = await (await page.request.get(`${ringtrail.url}/v1/calls`)).json();
        const details: StoredCall[] = await Promise.all(
          calls.map(async ({ id }: { id: string }) =>
            (await page.request.get(`${ringtrail.url}/v1/calls/${id}`)).json(),
          ),
        );
        return details.find((detail) => detail.carrierRef === sid);
      };
      await expect.poll(async () => (await read())?.state.phase, { timeout: 30_000 }).toBe("ended");
      const call = await read();
      await page.context().close();
      if (call === undefined) throw new Error("the call is not stored");
      return call;
    }

    test("killed during the notice: the business is reached, the call is credited, nothing is recorded without proof", async () => {
      const sid = await placeCall(ringtrail.fakeCarrier, {
        to: borrowed,
        from: caller,
        talkSeconds: 60,
        ringSeconds: 4,
      });
      await untilCall(ringtrail.fakeCarrier, sid, ({ documents }) => documents.length > 0);
      await killAndRestart();

      const report = await callReport(ringtrail.fakeCarrier, sid);
      expect(report.legs.map(({ status }) => status)).toEqual(["completed"]);
      expect(report.heard.business.some(({ who }) => who === "caller")).toBe(true);

      const call = await storedCall(sid);
      expect(call.touch).toMatchObject({ source: "google", keyword: "emergency plumber" });
      expect(call.match?.candidates.length).toBeGreaterThan(0);
      const isProved = call.proofs.some(({ kind }) => kind === "recording_allowed");
      expect(report.recordings.length > 0).toBe(isProved);
      // What was not recorded says so, and why.
      expect(isProved || call.proofs.at(-1)?.kind === "unrecorded").toBe(true);
    });

    test("killed between the notice and the recording: the business is reached, and every recording has its proof", async () => {
      const sid = await placeCall(ringtrail.fakeCarrier, {
        to: borrowed,
        from: caller,
        talkSeconds: 120,
        ringSeconds: 8,
      });
      await untilCall(ringtrail.fakeCarrier, sid, ({ legs }) => legs.some(({ status }) => status === "ringing"));
      await killAndRestart();

      const report = await callReport(ringtrail.fakeCarrier, sid);
      expect(report.legs.at(-1)).toMatchObject({ status: "completed", seconds: 120 });
      const call = await storedCall(sid);
      const isProved = call.proofs.some(({ kind }) => kind === "recording_allowed");
      expect(report.recordings.length === 0 || isProved).toBe(true);
    });

    test("killed while they talk: the talk goes on, and its recording is stored afterwards", async () => {
      const sid = await placeCall(ringtrail.fakeCarrier, {
        to: borrowed,
        from: caller,
        talkSeconds: 120,
        ringSeconds: 2,
      });
      await untilCall(ringtrail.fakeCarrier, sid, ({ recordings }) => recordings.length > 0);
      await killAndRestart();

      const report = await callReport(ringtrail.fakeCarrier, sid);
      expect(report.legs[0]?.seconds).toBe(120);
      expect(report.recordings).toHaveLength(1);
      const call = await storedCall(sid);
      expect(call.proofs.slice(0, 3).map(({ kind }) => kind)).toEqual(["decided", "heard", "recording_allowed"]);
    });
  });
}

interface StoredCall {
  readonly carrierRef: string;
  readonly state: { readonly phase: string };
  readonly touch?: { readonly source: string; readonly keyword?: string };
  readonly match?: { readonly candidates: readonly unknown[] };
  readonly proofs: readonly { readonly kind: string }[];
  readonly recording?: unknown;
}
