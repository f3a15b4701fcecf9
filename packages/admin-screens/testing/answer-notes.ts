import { CallNoteWanted, CallValueShown } from "@ringtrail/api-contract";
import type { Asked } from "./contract-world.ts";
import { readSent } from "./read-sent.ts";
import { sendJson, sendProblem } from "./send.ts";

/** Plays what people say of calls: notes, values, and the orders they brought; false for any other request. */
export async function answerNotes({ world, url, request, response }: Asked): Promise<boolean> {
  const [, call = "", door] = /^\/v1\/calls\/([0-9a-f-]{36})\/(note|value|orders)$/.exec(url.pathname) ?? [];
  if (door === undefined) return false;
  const sent = async (): Promise<unknown> => JSON.parse((await readSent(request)).toString("utf8"));
  const refuse = (field: string | undefined): true => {
    sendProblem(response, 422, "body_invalid", "A field of the body is not as agreed.", "Correct it.", field);
    return true;
  };
  if (door === "orders") {
    sendJson(response, 200, { orders: world.orders.filter((order) => order.call === call) });
    return true;
  }
  if (door === "note") {
    if (request.method === "PUT") {
      const read = CallNoteWanted.safeParse(await sent());
      if (!read.success) return refuse(String(read.error.issues[0]?.path[0]));
      world.notes.set(call, { ...read.data, by: "user:owner", at: new Date().toISOString() });
    }
    sendJson(response, 200, world.notes.get(call) ?? { tags: [] });
    return true;
  }
  if (request.method === "DELETE") {
    world.values.delete(call);
    response.writeHead(204).end();
    return true;
  }
  if (request.method === "PUT") {
    const read = CallValueShown.safeParse(await sent());
    if (!read.success) return refuse(String(read.error.issues[0]?.path[0]));
    world.values.set(call, read.data);
  }
  const value = world.values.get(call);
  if (value !== undefined) sendJson(response, 200, value);
  else sendProblem(response, 404, "value_absent", "Nobody has said what this call was worth.", "Say so.");
  return true;
}
