import type { AccountId, E164 } from "@ringtrail/core";
import { parseE164 } from "@ringtrail/core";
import { startFakeCarrier, type FakeCarrier } from "@ringtrail/telephony/fake";
import { onTestFinished } from "vitest";
import { aKey, type AskAsKey } from "./ask-as-key.ts";
import { aTestApp, type TestApp } from "./test-app.ts";

/** The app on memory stores with a fake carrier behind the shop's connection. */
export interface NumberDesk extends TestApp {
  readonly carrier: FakeCarrier;
  readonly ask: AskAsKey;
  /** What `POST /v1/numbers` is sent for a number of the shop's pool. */
  readonly wanted: (e164: string) => object;
  /** Numbers the carrier rents to the shop. */
  readonly rented: () => Promise<readonly string[]>;
  /** Spoils the next purchases at the carrier. */
  readonly lose: (...faults: readonly ("lost_before" | "lost_after")[]) => Promise<void>;
}

/** Opens the desk. The shop's two pool numbers and its source number are rented at the carrier already. */
export async function aNumberDesk(): Promise<NumberDesk> {
  const app = await aTestApp();
  const { world, shop } = app;
  const connection = await world.directory.connectionById(shop.connection);
  if (connection === undefined) throw new Error("The shop has no connection.");
  const { carrierAccount: sid, secret: token } = connection;
  const numbers = [...shop.numbers, shop.source].map(({ e164 }) => e164);
  const carrier = await startFakeCarrier({ speed: 100, accounts: [{ sid, token, numbers }] });
  onTestFinished(() => carrier.stop());
  const { id: _id, ...facts } = connection;
  await world.accounts.saveConnection({ ...facts, apiBase: carrier.url });
  const ask = await aKey(app, ["numbers:read", "numbers:write"]);
  return {
    ...app,
    carrier,
    ask,
    wanted: (e164) => ({ e164, purpose: { role: "pool", pool: shop.pool.id, slice: "any" } }),
    rented: async () => {
      const authorization = `Basic ${btoa(`${sid}:${token}`)}`;
      const answer = await fetch(`${carrier.url}/2010-04-01/Accounts/${sid}/IncomingPhoneNumbers.json`, {
        headers: { authorization },
      });
      const body = (await answer.json()) as { incoming_phone_numbers: { phone_number: string }[] };
      return body.incoming_phone_numbers.map(({ phone_number: e164 }) => e164);
    },
    lose: async (...faults) => {
      await fetch(`${carrier.url}/fake/purchase-faults`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ faults }),
      });
    },
  };
}

/** The audit log's actions, newest first. */
export async function actions({ deps }: TestApp, account: AccountId): Promise<readonly string[]> {
  return (await deps.accounts.auditLog(account, 100)).map(({ action }) => action);
}

/** A number written in a test. */
export function e164(text: string): E164 {
  const number = parseE164(text);
  if (!number.ok) throw new Error(`not a number: ${text}`);
  return number.value;
}
