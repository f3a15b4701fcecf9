import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, minute, type CallId, type VisitId } from "@ringtrail/core";
import { aCall, aCandidate, aLanding, aMatch, anAnsweredCall, anId, aVisit, planFor } from "@ringtrail/core/testing";
import { permissionToStore, type ConsentEvidence } from "@ringtrail/core/consent";
import { onTestFinished } from "vitest";
import type { TestApp } from "./test-app.ts";

const yes: ConsentEvidence = { regime: "opt-in", choice: "granted", optOutSignal: false };

/** A visit by a Google ad, and its call a minute later. */
export async function anAdCall(
  { deps, shop, clock }: TestApp,
  name: string,
  {
    evidence = yes,
    query = { gclid: `click ${name}` },
  }: { evidence?: ConsentEvidence; query?: Record<string, string> } = {},
): Promise<CallId> {
  const { account, connection, site, source } = shop;
  const at = clock.now();
  const permission = permissionToStore(evidence);
  if (permission === undefined) throw new Error("Such a visit is not stored.");
  const id = anId<VisitId>(`visit ${name}`);
  const page = { path: "/", title: "Home", at };
  const visit = aVisit({ id, visitor: anId(`visitor ${name}`), site, landing: aLanding({ query }), permission, page });
  await deps.pools.lend(account, visit, [planFor(shop, at, { id })]);
  const call = anId<CallId>(`call ${name}`);
  const rangAt = after(at, minute);
  await deps.calls.ring(account, aCall({ id: call, carrierRef: name, connection, number: source.id, site, rangAt }));
  for (const event of anAnsweredCall()) await deps.calls.append(account, call, event);
  await deps.calls.saveMatch(
    account,
    call,
    aMatch({ candidates: [aCandidate({ visit: id, probability: 1 })] }),
    undefined,
  );
  return call;
}

/** An ad platform on this machine that keeps what it is told. */
export async function anAdPlatform(answer: (path: string) => { status?: number; body?: unknown } = () => ({})) {
  const heard: { readonly path: string; readonly body: string }[] = [];
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const path = request.url ?? "";
    heard.push({ path, body: Buffer.concat(pieces).toString("utf8") });
    const { status = 200, body = { access_token: "fresh" } } = answer(path);
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { host: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard };
}
