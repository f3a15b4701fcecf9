import { instant } from "@ringtrail/core";
import { carrierFor } from "@ringtrail/telephony";
import { serverVersion } from "../cli/server-version.ts";
import type { Settings } from "../env.ts";
import { deriveSecrets } from "../secrets.ts";
import { findServedFolders } from "../served-folders.ts";
import { askServer, type ServerAnswer } from "./ask-server.ts";
import { checkConnections } from "./check-connections.ts";
import { checkFallbackHost } from "./check-fallback-host.ts";
import { checkDatabase } from "./check-database.ts";
import { checkDataFolder, checkNode } from "./check-machine.ts";
import { checkLaw, checkPages } from "./check-own-files.ts";
import { checkProxies } from "./check-proxies.ts";
import { checkRefusals } from "./check-refusals.ts";
import { checkPublicAddress } from "./check-public-address.ts";
import { makeDoctorToken } from "./doctor-token.ts";
import { note, type Finding } from "./finding.ts";

/** Checks an installation from the machine outwards to its carriers. Changes nothing. */
export async function runDoctor(settings: Settings): Promise<readonly Finding[]> {
  const machine = [checkNode(), ...checkDataFolder(settings.dataFolder)];
  const own = [await checkLaw(settings.dataFolder), checkPages(findServedFolders())];
  const database = await checkDatabase(settings);
  try {
    const { stores } = database;
    if (stores === undefined) {
      const left = note("server", "What needs the database and its keys was not looked at.");
      return [...machine, ...own, ...database.findings, left];
    }
    const localUrl = `http://127.0.0.1:${settings.port}`;
    const base = settings.publicUrl ?? localUrl;
    const secrets = deriveSecrets(stores.masterKey);
    const token = makeDoctorToken(secrets.doctor, instant(Date.now()));
    const answer = await askServer(base, token);
    const facts = { publicUrl: settings.publicUrl, localUrl, version: serverVersion() };
    const outside = [
      ...checkPublicAddress(facts, answer),
      ...(answer.kind === "ours"
        ? [checkProxies(answer.seen), ...checkRefusals(answer.seen, instant(Date.now()))]
        : []),
    ];
    const { directory } = stores;
    const carriers = await checkConnections({ directory, carrierFor, reachedAt: reachedAt(answer) });
    const publicUrl = reachedAt(answer) ?? base;
    const server = { publicUrl, fallbackUrl: settings.fallbackUrl ?? publicUrl };
    const isLooked = answer.kind === "ours" || settings.fallbackUrl !== undefined;
    const fallback = isLooked ? await checkFallbackHost({ server, secrets, directory }) : [];
    return [...machine, ...own, ...database.findings, ...outside, ...carriers, ...fallback];
  } finally {
    await database.close();
  }
}

/** The address the running server gives to carriers. */
function reachedAt(answer: ServerAnswer): string | undefined {
  return answer.kind === "ours" ? answer.seen.publicUrl : undefined;
}
