import { fine, note, problem, type Finding } from "../finding.ts";
import type { HipaaFacts } from "./hipaa-facts.ts";

/** A line per safeguard that software can keep. Each looks at its own facts, so that one fault turns one line red. */
export function hipaaFindings(facts: HipaaFacts): readonly Finding[] {
  return [
    mode(facts),
    key(facts),
    https(facts),
    destinations(facts),
    adPlatforms(facts),
    twoFactor(facts),
    callsBefore(facts),
    visitsBefore(facts),
    pools(facts),
    roles(facts),
    auditLog(facts),
    logs(facts),
    accessLogs(facts),
    recordings(facts),
    retention(facts),
    ...ownersJob,
  ];
}

function mode({ sites }: HipaaFacts): Finding {
  if (sites.length > 0) return fine("hipaa_mode", `In healthcare mode: ${sites.join(", ")}.`);
  return problem("hipaa_mode", "No site is in healthcare mode.", "Set isHealthcare in the site's call flow.");
}

function key({ keyFile }: HipaaFacts): Finding {
  if (keyFile === undefined) return fine("hipaa_key", "The master key comes from the environment and lies in no file.");
  if (!keyFile.isOpen) return fine("hipaa_key", `Only its owner may read ${keyFile.path}.`);
  return problem("hipaa_key", `Others may read the master key in ${keyFile.path}.`, `Run: chmod 600 ${keyFile.path}`);
}

function https({ publicUrl }: HipaaFacts): Finding {
  if (publicUrl?.startsWith("https://") === true) return fine("hipaa_https", `The world reaches ${publicUrl}.`);
  const says = publicUrl === undefined ? "PUBLIC_URL is not set." : `${publicUrl} is not encrypted.`;
  return problem(
    "hipaa_https",
    says,
    "Put a proxy with a certificate before the server and set PUBLIC_URL to https://…",
  );
}

function destinations({ uncovered }: HipaaFacts): Finding {
  if (uncovered.length === 0) return fine("hipaa_destinations", "Whoever may be told of callers is covered.");
  const fix = "Name the agreement (coveredBy), or do not send callers there. They are not told while it is missing.";
  return problem("hipaa_destinations", `Covered by no agreement: ${uncovered.join(", ")}.`, fix);
}

function adPlatforms({ adPlatforms: told }: HipaaFacts): Finding {
  if (told.length === 0) return fine("hipaa_ad_platforms", "No ad platform is told of calls.");
  return problem("hipaa_ad_platforms", `Told of calls: ${told.join(", ")}.`, "Remove it, or give it another site.");
}

function twoFactor({ people, withoutTwoFactor }: HipaaFacts): Finding {
  if (withoutTwoFactor === 0) return fine("hipaa_two_factor", `All ${people} people sign in with a second factor.`);
  const fix = "Have each of them set one up in their settings; until then they get no further.";
  return problem("hipaa_two_factor", `${withoutTwoFactor} of ${people} people sign in with a password alone.`, fix);
}

function callsBefore({ callsBefore: calls }: HipaaFacts): Finding {
  if (calls === 0) return fine("hipaa_calls", "No call of a clinic lies on the marketing side.");
  const fix = "They are from before the mode. Make a new site for the clinic and move its numbers there.";
  return problem("hipaa_calls", `${calls} calls of a clinic still lie on the marketing side.`, fix);
}

function visitsBefore({ visitsBefore: visits }: HipaaFacts): Finding {
  if (visits === 0) return fine("hipaa_visits", "No visit to a clinic's pages is kept.");
  const fix = "They are from before the mode. Make a new site for the clinic and move its numbers there.";
  return problem("hipaa_visits", `${visits} visits to a clinic's pages are still kept.`, fix);
}

function pools({ poolNumbers }: HipaaFacts): Finding {
  if (poolNumbers === 0) return fine("hipaa_numbers", "Every number of a clinic stands for a source.");
  const fix = "Let each stand for one source (ringtrail numbers source), or give it back.";
  return problem("hipaa_numbers", `${poolNumbers} numbers of a clinic stand in pools, which lend nothing.`, fix);
}

function roles({ rights }: HipaaFacts): Finding {
  if (rights.length === 0) return fine("hipaa_roles", "No role of the database sees both sides.");
  const shown = rights.slice(0, 3).join("; ");
  return problem("hipaa_roles", `Somebody changed the walls: ${shown}.`, "Revoke it; schema.sql shows what is meant.");
}

function auditLog({ brokenAt }: HipaaFacts): Finding {
  if (brokenAt === undefined) return fine("hipaa_audit_log", "The log of who did what is unbroken.");
  const { account, sequence } = brokenAt;
  const fix = "Restore a backup beside it and compare: ringtrail audit verify.";
  return problem("hipaa_audit_log", `The log of ${account} is broken at entry ${sequence}.`, fix);
}

function logs({ numbersInLogs, logs: looked }: HipaaFacts): Finding {
  const [first] = numbersInLogs;
  if (first === undefined) {
    if (looked > 0) return fine("hipaa_logs", `No phone number in ${looked} log files.`);
    return fine("hipaa_logs", "There is no log file here; name yours with --log to have them looked at.");
  }
  const fix = "Erase the file, and keep LOG_LEVEL and the proxy from writing what callers' numbers stand in.";
  return problem("hipaa_logs", `What looks like a phone number stands in ${first.file}, line ${first.line}.`, fix);
}

function accessLogs({ visitsInLogs }: HipaaFacts): Finding {
  const [first] = visitsInLogs;
  if (first === undefined) return fine("hipaa_access_log", "No log here says to the minute when a page was asked for.");
  const fix =
    "Beside a list of calls it says who came before a call. Write none for the clinic's pages (nginx: access_log off), or " +
    "keep counts by day, and erase the file.";
  return problem("hipaa_access_log", `Visits stand with their minute in ${first.file}, line ${first.line}.`, fix);
}

function recordings({ plainRecordings }: HipaaFacts): Finding {
  const [first] = plainRecordings;
  if (first === undefined) return fine("hipaa_recordings", "Every file among the recordings is sealed.");
  return problem("hipaa_recordings", `${first} is not sealed.`, "It is none of ours: move it away and erase it.");
}

function retention({ withoutRetention }: HipaaFacts): Finding {
  if (withoutRetention.length === 0) return fine("hipaa_retention", "An owner has set how long callers are kept.");
  const says = `Nobody has set how long these are kept: ${withoutRetention.join(", ")}.`;
  return problem(
    "hipaa_retention",
    says,
    "Set it; the law of your state may name the time (docs/guides/healthcare.md).",
  );
}

/** What no program can do; said every time, because it is forgotten otherwise. */
const ownersJob: readonly Finding[] = [
  "Sign a business associate agreement with your carrier, your host and whoever receives events.",
  "Encrypt the disk, and keep the master key and backups apart from it.",
  "Name your web server's logs with --log, here and wherever else they are kept: with minutes they tell who came before a call.",
  "Train whoever answers, and look at who broke the glass: GET /v1/audit-log.",
].map((says) => note("hipaa_owner", says));
