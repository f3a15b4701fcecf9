import { callNoteDoors as doors, type CallNoteShown } from "@ringtrail/api-contract";
import { err, ok, parseId, Phi, type AccountId, type CallId } from "@ringtrail/core";
import type { CallNote, KeptCallNote } from "@ringtrail/core/ports";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import type { Deps } from "../../deps.ts";
import { showMoment } from "../../show/show-moment.ts";
import { serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

/** What people of the business write about a call. */
export function callNoteDoors({ accounts, calls, care, now }: Deps, ground: DoorGround): Hono<AppEnv> {
  const known = async (account: AccountId, id: string): Promise<CallId | undefined> => {
    const call = parseId<CallId>(id);
    return call.ok && (await calls.facts(account, call.value)) !== undefined ? call.value : undefined;
  };
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, doors.read, async ({ asker: { account }, params }) => {
        const call = await known(account, params.id);
        if (call === undefined) return err({ code: "call_unknown" });
        return ok(show(await care.noteOf(account, call)));
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, doors.write, async ({ asker: { account, actor }, params, body }) => {
        const call = await known(account, params.id);
        if (call === undefined) return err({ code: "call_unknown" });
        const { lead, tags, text } = body;
        const note: CallNote = { lead, tags: [...new Set(tags)], text: text === "" ? undefined : text };
        const kept = { note: Phi.seal(note), author: actor, at: now() };
        await care.writeNote(account, call, kept);
        // That something was written, never what.
        await accounts.audit(account, { actor, action: "call.noted", object: call, at: now(), facts: {} });
        return ok(show(kept));
      }),
    );
}

function show(kept: KeptCallNote | undefined): CallNoteShown {
  if (kept === undefined) return { tags: [] };
  const { lead, tags, text } = Phi.reveal(kept.note, "care-screen");
  return {
    ...(lead === undefined ? {} : { lead }),
    tags: [...tags],
    ...(text === undefined ? {} : { text }),
    by: kept.author,
    at: showMoment(kept.at),
  };
}
