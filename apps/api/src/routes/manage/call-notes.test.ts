import { CallNoteShown } from "@ringtrail/api-contract";
import type { CallId } from "@ringtrail/core";
import { aCall, anId } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { aKey, problemIn } from "../../../testing/ask-as-key.ts";
import { aTestApp } from "../../../testing/test-app.ts";

async function aNotedCall() {
  const app = await aTestApp();
  const { account, connection, site, source } = app.shop;
  const id = anId<CallId>("noted");
  await app.world.calls.ring(account, aCall({ id, connection, site, number: source.id }));
  return { app, path: `/v1/calls/${id}/note` };
}

test("200: how a call turned out, its tags and a note are kept; a later word stands in place of it", async () => {
  const { app, path } = await aNotedCall();
  const ask = await aKey(app, ["callers:read", "calls:write"]);
  expect(await (await ask(path)).json()).toEqual({ tags: [] });

  await ask(path, { method: "PUT", body: { lead: "good", tags: ["roof", "roof"], text: "Calls back" } });
  const told = await ask(path, { method: "PUT", body: { lead: "won", tags: ["roof"] } });

  expect(CallNoteShown.parse(await told.json())).toMatchObject({ lead: "won", tags: ["roof"] });
  const read = CallNoteShown.parse(await (await ask(path)).json());
  expect(read).toMatchObject({ lead: "won", tags: ["roof"], by: expect.stringMatching(/^key:/) });
  expect(read.text).toBeUndefined();
  const [logged] = await app.deps.accounts.auditLog(app.shop.account, 1);
  expect(logged).toMatchObject({ action: "call.noted", facts: {} });
  expect(JSON.stringify(app.logged)).not.toContain("Calls back");
});

test("403: whoever may not see callers does not see what was written of them; 404, 422: no such call, no such status", async () => {
  const { app, path } = await aNotedCall();
  const ask = await aKey(app, ["calls:read", "calls:write"]);
  expect((await ask(path)).status).toBe(403);
  const wrong = await ask(path, { method: "PUT", body: { lead: "great" } });
  expect([wrong.status, (await problemIn(wrong))["field"]]).toEqual([422, "lead"]);
  const nobody = path.replace(/[0-9a-f]{4}\/note/, "0000/note");
  expect((await ask(nobody, { method: "PUT", body: {} })).status).toBe(404);
});
