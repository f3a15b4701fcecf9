import { playRecording as endpoint } from "@ringtrail/api-contract";
import { parseId, type AccountId, type RecordingId } from "@ringtrail/core";
import type { RecordingFacts } from "@ringtrail/core/ports";
import { Hono, type Context } from "hono";
import type { AppEnv } from "../../app-env.ts";
import type { Deps } from "../../deps.ts";
import { parseRange, type ByteRange } from "../../http/parse-range.ts";
import { makePlayLog, type NotePlay } from "../../recordings/play-log.ts";
import { checkLink, type RecordingGrant } from "../../recordings/recording-link.ts";
import { checkRequest } from "./check-request.ts";
import { refuse } from "./serve-endpoint.ts";

/** `GET /v1/recordings/{id}/audio`: the sound behind a signed link, whole or in ranges. The link is the permission. */
export function playRecording(deps: Deps): Hono<AppEnv> {
  const notePlay = makePlayLog(deps.accounts, deps.now);
  return new Hono<AppEnv>().get("/v1/recordings/:id/audio", async (c) => {
    const parts = await checkRequest(c, endpoint);
    if (!parts.ok) return refuse(c, parts.reason);
    const params = endpoint.params.parse(parts.value.params);
    const query = endpoint.query.parse(parts.value.query);
    const account = parseId<AccountId>(query.account);
    const recording = parseId<RecordingId>(params.id);
    if (!account.ok || !recording.ok) return refuse(c, { code: "link_invalid" });
    const { by: actor, expires, signature } = query;
    const grant = { account: account.value, recording: recording.value, actor, expires };
    const link = checkLink(deps.secrets.recordingLink, grant, signature, deps.now());
    if (!link.ok) return refuse(c, link.reason);
    const facts = await deps.care.recording(grant.account, grant.recording);
    return facts === undefined
      ? refuse(c, { code: "recording_unknown" })
      : sendSound(deps, c, { grant, signature, facts, notePlay });
  });
}

interface Sound {
  readonly grant: RecordingGrant;
  readonly signature: string;
  readonly facts: RecordingFacts;
  readonly notePlay: NotePlay;
}

async function sendSound(
  { vault }: Deps,
  c: Context<AppEnv>,
  { grant, signature, facts, notePlay }: Sound,
): Promise<Response> {
  const etag = `"${facts.sha256}"`;
  const isSame = (c.req.header("if-range") ?? etag) === etag;
  const range = parseRange(isSame ? c.req.header("range") : undefined, facts.size);
  c.header("Accept-Ranges", "bytes");
  if (range === "unsatisfiable") {
    c.header("Content-Range", `bytes */${facts.size}`);
    return refuse(c, { code: "range_unsatisfiable", size: facts.size });
  }
  const part: ByteRange = range === "whole" ? { start: 0, end: facts.size - 1 } : range;
  const headers = {
    "content-type": facts.mediaType,
    "content-length": String(part.end - part.start + 1),
    "content-disposition": "inline",
    "cache-control": "private, no-store",
    // wp-admin plays it from another origin; the signature is what protects it.
    "cross-origin-resource-policy": "cross-origin",
    "x-content-type-options": "nosniff",
    etag,
    ...(range === "whole" ? {} : { "content-range": `bytes ${part.start}-${part.end}/${facts.size}` }),
  };
  const status = range === "whole" ? 200 : 206;
  if (c.req.method === "HEAD" || facts.size === 0) return c.body(null, status, headers);
  await notePlay(grant, signature);
  return c.body(await startSound(vault.read(grant.account, grant.recording, part.start, part.end)), status, headers);
}

/** Opens the stream with its first part in hand: what cannot be read at all is an error, not a broken 200. */
async function startSound(sound: AsyncIterable<Uint8Array>): Promise<ReadableStream<Uint8Array>> {
  const parts = sound[Symbol.asyncIterator]();
  let next: Promise<IteratorResult<Uint8Array>> = Promise.resolve(await parts.next());
  return new ReadableStream<Uint8Array>({
    pull: async (stream) => {
      const part = await next;
      if (part.done === true) return stream.close();
      stream.enqueue(part.value);
      next = parts.next();
    },
    cancel: async () => void (await parts.return?.()),
  });
}
