import { once } from "node:events";
import { createServer } from "node:http";
import path from "node:path";
import { allEndpoints, scopes } from "@ringtrail/api-contract";
import { Phi, type E164, type RecordingId } from "@ringtrail/core";
import { aCall, aProof, anId, aRuleSet, at, noIntruder, seedShop, type Shop } from "@ringtrail/core/testing";
import { createStores, type Stores } from "@ringtrail/database";
import { must } from "@ringtrail/database/testing";
import { onTestFinished } from "vitest";
import { aDatabase } from "./a-database.ts";
import { aFolder } from "./a-running-server.ts";
import { aKey, type AskAsKey } from "./ask-as-key.ts";
import { aTestApp, type TestApp } from "./test-app.ts";

/** What belongs to one account: ids anybody might guess, and words that are nobody else's business. */
export interface Belongings {
  readonly ids: readonly string[];
  readonly words: readonly string[];
}

/** The app on a real PostgreSQL with two accounts in it, and a key of the first that may do everything. */
export interface TwoAccounts extends TestApp {
  readonly stores: Stores;
  readonly ask: AskAsKey;
  readonly mine: Belongings;
  readonly theirs: Belongings;
}

/** Fills both accounts with the same kinds of things. */
export async function twoAccounts(): Promise<TwoAccounts> {
  const { url } = await aDatabase();
  const folder = aFolder();
  const keys = { file: path.join(folder, "master.key") };
  const recordingsFolder = path.join(folder, "recordings");
  const stores = must(await createStores({ url, keys, recordingsFolder, answerTimeoutMs: 60_000 }));
  onTestFinished(() => stores.close());
  const { close: _close, ...ports } = stores;
  const testApp = await aTestApp({}, () => ({ ...ports, authDatabase: undefined, law: aRuleSet() }));
  const mine = await anAccount(stores, "mine");
  const theirs = await anAccount(stores, "theirs");
  const ask = await aKey(testApp, scopes, { account: mine.shop.account });
  return { ...testApp, stores, ask, mine: mine.belongings, theirs: theirs.belongings };
}

async function anAccount(
  stores: Stores,
  word: string,
): Promise<{ readonly shop: Shop; readonly belongings: Belongings }> {
  const shop = await seedShop({
    ...stores,
    intruder: noIntruder,
  });
  const { account, connection, site, numbers, target, pool, source } = shop;
  const [carrier] = await stores.accounts.connectionsOf(account);
  if (carrier !== undefined)
    await stores.accounts.saveConnection({ ...carrier, secret: "s", apiBase: await aDumbCarrier() });
  const call = aCall({
    id: anId(`call of ${word}`),
    connection,
    site,
    number: numbers[0]?.id ?? anId("none"),
    carrierRef: `ref-of-${word}`,
  });
  await stores.calls.ring(account, call);
  await stores.proofs.append(account, { ...aProof(), call: call.id });
  const number = word === "mine" ? "+12025550191" : "+13105550187";
  const caller = { number: Phi.seal(number as E164), name: Phi.seal(`Caller of ${word}`) };
  await stores.care.saveCaller(account, call.id, caller, at("10:00"));
  const recording: RecordingId = anId(`recording of ${word}`);
  const sound = async function* () {
    yield Buffer.from(`RIFF sound of ${word}`);
  };
  const kept = await stores.vault.put(account, recording, sound());
  const facts = { lengthMs: 1, channels: 1 as const, mediaType: "audio/wav", storedAt: at("10:01") };
  await stores.care.saveRecording(account, { id: recording, call: call.id, ...facts, ...kept });
  const entry = {
    actor: `user:${word}`,
    action: "site.changed",
    object: `secret of ${word}`,
    at: at("10:00"),
    facts: {},
  };
  await stores.accounts.audit(account, entry);
  const ids = [
    account,
    connection,
    site,
    target,
    pool.id,
    call.id,
    recording,
    ...numbers.map(({ id }) => id),
    source.id,
  ];
  const words = [account, site, call.id, recording, number.slice(2), `Caller of ${word}`, `sound of ${word}`];
  return { shop, belongings: { ids, words: [...words, `secret of ${word}`, `ref-of-${word}`, shop.siteKey] } };
}

/** A carrier that knows nothing, at once. */
async function aDumbCarrier(): Promise<string> {
  const server = createServer((_request, answer) => void answer.writeHead(404).end("{}"));
  await once(server.listen(0, "127.0.0.1"), "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
}

/** The doors behind which an account's own things lie. */
export const ownDoors = allEndpoints.filter(({ scope }) => scope !== "public" && scope !== "signed-link");
