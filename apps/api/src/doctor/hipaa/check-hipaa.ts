import { statSync } from "node:fs";
import path from "node:path";
import { checkAuditLink, type AccountId } from "@ringtrail/core";
import { findJoiningRights, lookAtHealthcare, type Stores } from "@ringtrail/database";
import { inPieces, walkChain } from "../../cli/chain/walk-chain.ts";
import { adPlatformKinds } from "../../conversions/ad-platform-kinds.ts";
import type { Settings } from "../../env.ts";
import type { Finding } from "../finding.ts";
import { digitsOf, findLogs, findNumbersInLogs } from "./find-numbers-in-logs.ts";
import { findPlainRecordings } from "./find-plain-recordings.ts";
import { findVisitsInLogs } from "./find-visits-in-logs.ts";
import type { HipaaFacts } from "./hipaa-facts.ts";
import { hipaaFindings } from "./hipaa-findings.ts";

/** What is looked at: the settings, the opened stores, and log files that lie elsewhere. */
export interface HipaaGround {
  readonly settings: Pick<Settings, "dataFolder" | "masterKey" | "publicUrl">;
  readonly stores: Stores;
  readonly logs: readonly string[];
}

/** The technical safeguards that a program can look at (45 CFR 164.312), line by line. Changes nothing. */
export async function checkHipaa(ground: HipaaGround): Promise<readonly Finding[]> {
  return hipaaFindings(await gatherFacts(ground));
}

async function gatherFacts({ settings, stores, logs: named }: HipaaGround): Promise<HipaaFacts> {
  const { dataFolder, masterKey, publicUrl } = settings;
  const accounts = await stores.accounts.accounts();
  const clinics = await lookAtHealthcare(
    stores.sql,
    accounts.map(({ id }) => id),
  );
  const sum = (of: (clinic: (typeof clinics)[number]) => number) => clinics.reduce((total, one) => total + of(one), 0);
  const logs = await findLogs(dataFolder, named);
  return {
    sites: clinics.flatMap(({ sites }) => sites.map(({ name }) => name)),
    keyFile: masterKey === undefined ? keyFileOf(path.join(dataFolder, "keys", "master.key")) : undefined,
    publicUrl,
    ...(await destinationsOf(stores, clinics)),
    people: sum(({ people }) => people),
    withoutTwoFactor: sum(({ withoutTwoFactor }) => withoutTwoFactor),
    callsBefore: sum(({ callsBefore }) => callsBefore),
    visitsBefore: sum(({ visitsBefore }) => visitsBefore),
    poolNumbers: sum(({ poolNumbers }) => poolNumbers),
    rights: await findJoiningRights(stores.sql),
    brokenAt: await firstBroken(stores, accounts),
    numbersInLogs: await findNumbersInLogs(logs, await ownNumbers(stores, accounts)),
    logs: logs.length,
    visitsInLogs: await findVisitsInLogs(logs),
    plainRecordings: await findPlainRecordings(path.join(dataFolder, "recordings")),
    withoutRetention: await withoutRetention(stores, clinics),
  };
}

function keyFileOf(file: string): HipaaFacts["keyFile"] {
  const isOpen = process.platform !== "win32" && (statSync(file).mode & 0o077) !== 0;
  return { path: file, isOpen };
}

async function destinationsOf(
  { destinations }: Stores,
  clinics: Awaited<ReturnType<typeof lookAtHealthcare>>,
): Promise<Pick<HipaaFacts, "uncovered" | "adPlatforms">> {
  const uncovered: string[] = [];
  const adPlatforms: string[] = [];
  for (const { account, sites } of clinics) {
    for (const { name, kind, isOn, site, settings } of await destinations.destinations(account)) {
      const hearsOfClinic = isOn && (site === undefined || sites.some((one) => one.site === site));
      if (!hearsOfClinic) continue;
      if (adPlatformKinds.has(kind)) adPlatforms.push(name);
      if (settings["sendsCaller"] === true && settings["coveredBy"] === undefined) uncovered.push(name);
    }
  }
  return { uncovered, adPlatforms };
}

/** What an owner has set no time for: what is usual counts then, and nobody has thought of it. */
async function withoutRetention(
  { accounts }: Stores,
  clinics: Awaited<ReturnType<typeof lookAtHealthcare>>,
): Promise<readonly string[]> {
  const wishes = await Promise.all(clinics.map(({ account }) => accounts.retention(account)));
  return [
    ...(wishes.some(({ callerDays }) => callerDays === undefined) ? ["callers"] : []),
    ...(wishes.some(({ recordingDays }) => recordingDays === undefined) ? ["recordings"] : []),
  ];
}

async function firstBroken(
  { accounts }: Stores,
  all: readonly { readonly id: AccountId; readonly name: string }[],
): Promise<HipaaFacts["brokenAt"]> {
  for (const { id, name } of all) {
    const { broken } = await walkChain(
      inPieces((after) => accounts.auditChain(id, after)),
      checkAuditLink,
    );
    if (broken !== undefined) return { account: name, sequence: broken.sequence };
  }
  return undefined;
}

/** The business's own numbers, which stand on its pages. */
async function ownNumbers(
  { directory }: Stores,
  accounts: readonly { readonly id: AccountId }[],
): Promise<ReadonlySet<string>> {
  const routes = await directory.allRoutes();
  const sites = await Promise.all(accounts.map(({ id }) => directory.sitesOf(id)));
  const targets = sites.flat().flatMap((site) => site.targets);
  return new Set([...routes, ...targets].map(({ e164 }) => digitsOf(e164)));
}
