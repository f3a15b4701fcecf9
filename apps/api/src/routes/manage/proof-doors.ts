import { getCallCertificate, getCallProof, listProofs, sayProof } from "@ringtrail/api-contract";
import { err, ok, parseId, type CallId } from "@ringtrail/core";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import type { Asker } from "../../auth/identify-asker.ts";
import { certificatePolicy } from "../../certificate/certificate-style.ts";
import { loadCertified, writeCallProof } from "../../certificate/certified-call.ts";
import { renderCertificate } from "../../certificate/render-certificate.ts";
import type { Deps } from "../../deps.ts";
import { showProof } from "../../show/show-decision.ts";
import { readSequenceCursor } from "./sequence-cursor.ts";
import { refuse, serveEndpoint, serveStream, type DoorGround } from "./serve-endpoint.ts";

/** What proves a call: a page for people, a file for machines. */
export function proofDoors(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  const load = async ({ account, actor }: Asker, id: string, maySeeCaller: boolean) => {
    const call = parseId<CallId>(id);
    if (!call.ok) return err({ code: "call_unknown" } as const);
    return loadCertified(deps, { account, actor, maySeeCaller, call: call.value });
  };
  return new Hono<AppEnv>()
    .route("/", chain(deps, ground))
    .route(
      "/",
      serveEndpoint(ground, getCallProof, async ({ asker, params }) => {
        // The file names no caller, so nobody's look at one is written down.
        const certified = await load(asker, params.id, false);
        return certified.ok ? ok(writeCallProof(certified.value)) : certified;
      }),
    )
    .route(
      "/",
      serveStream(ground, getCallCertificate, async ({ asker, params }, c) => {
        const certified = await load(asker, params.id, asker.scopes.includes("callers:read"));
        if (!certified.ok) return refuse(c, certified.reason);
        c.header("Content-Security-Policy", `${certificatePolicy}; frame-ancestors 'none'`);
        c.header("Referrer-Policy", "no-referrer");
        c.header("X-Content-Type-Options", "nosniff");
        return c.html(renderCertificate(certified.value));
      }),
    );
}

/** A page of the chain. Its cursor is the sequence of the page's last proof. */
function chain({ proofs }: Deps, ground: DoorGround): Hono<AppEnv> {
  return serveEndpoint(ground, listProofs, async ({ asker, query: { cursor, limit } }) => {
    const before = readSequenceCursor(cursor);
    if (!before.ok) return before;
    const page = await proofs.latest(asker.account, before.value, limit + 1);
    const shown = page.slice(0, limit);
    return ok({
      proofs: shown.map((proof) => ({ ...showProof(proof), call: proof.call, words: sayProof(proof) })),
      next: page.length > limit ? String(shown.at(-1)?.sequence) : undefined,
    });
  });
}
