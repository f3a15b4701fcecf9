import { createRecordingLink, getSession, listJobs, listSites, retryJob } from "@ringtrail/api-contract";
import { after, err, instant, minute, ok, parseId, type RecordingId } from "@ringtrail/core";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import type { AskingPerson } from "../../auth/identify-asker.ts";
import { hasPassword } from "../../auth/people-desk.ts";
import type { Deps } from "../../deps.ts";
import { linkLifeMs, signLink } from "../../recordings/recording-link.ts";
import { labelsFor } from "../../show/labels-for.ts";
import { showMoment } from "../../show/show-moment.ts";
import { showSite } from "../../show/show-site.ts";
import { pageByKey } from "./page-by-key.ts";
import { poolDoors } from "./pool-doors.ts";
import { serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

/** What belongs to the account as a whole: who asks, sites, pools, recordings and jobs. */
export function accountDoors(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  const { accounts, directory, jobs, overviews } = deps;
  return new Hono<AppEnv>()
    .route("/", recordingLinks(deps, ground))
    .route(
      "/",
      serveEndpoint(ground, getSession, async ({ asker: { account: id, by, name, role, scopes, person } }) => {
        const known = (await accounts.accounts()).find((account) => account.id === id);
        const timeZone = await overviews.timeZoneOf(id);
        return ok({
          account: { id, name: known?.name ?? "", ...(timeZone === undefined ? {} : { timeZone }) },
          by,
          name,
          role,
          scopes: [...scopes],
          person: person && showPerson(person, await hasPassword(ground.identity.auth, person.userId)),
        });
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, listSites, async ({ asker, query }) => {
        const page = pageByKey(await directory.sitesOf(asker.account), ({ name, site }) => `${name} ${site}`, query);
        if (!page.ok) return page;
        const { items, ...next } = page.value;
        const labels = await labelsFor(deps.care, asker);
        return ok({ sites: items.map((site) => showSite(site, labels)), ...next });
      }),
    )
    .route("/", poolDoors(deps, ground))
    .route(
      "/",
      serveEndpoint(ground, listJobs, async ({ asker }) => {
        const [queues, dead] = await Promise.all([jobs.states(), jobs.dead(asker.account, 100)]);
        return ok({
          queues: [...queues],
          dead: dead.map(({ id, kind, call, why, attempts, at }) => {
            return { id, kind, call, why, attempts, at: showMoment(at) };
          }),
        });
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, retryJob, async ({ asker, params }) =>
        (await jobs.retry(asker.account, params.id)) ? ok(undefined) : err({ code: "job_unknown" }),
      ),
    );
}

function showPerson({ userId: id, hasTwoFactor, mustSetTwoFactor, idleMs }: AskingPerson, knowsPassword: boolean) {
  return { id, hasTwoFactor, mustSetTwoFactor, hasPassword: knowsPassword, idleMinutes: idleMs / minute };
}

function recordingLinks({ care, secrets, now }: Deps, ground: DoorGround): Hono<AppEnv> {
  return serveEndpoint(ground, createRecordingLink, async ({ asker: { account, actor }, params, base }) => {
    const id = parseId<RecordingId>(params.id);
    if (!id.ok || (await care.recording(account, id.value)) === undefined) return err({ code: "recording_unknown" });
    // Whole seconds, rounded down: a link never lives longer than it may.
    const expires = Math.floor(after(now(), linkLifeMs) / 1000);
    const path = signLink(secrets.recordingLink, { account, recording: id.value, actor, expires });
    return ok({ url: `${base}${path}`, expiresAt: showMoment(instant(expires * 1000)) });
  });
}
