import { request as ask, type Dispatcher } from "undici";
import { second } from "@ringtrail/core";
import type { SendAnswer, SendRequest } from "./send.ts";

/** Makes one request and keeps the beginning of its answer. @throws as undici does; `readTrouble` names it. */
export async function askOnce(dispatcher: Dispatcher, target: URL, request: SendRequest): Promise<SendAnswer> {
  const { method, headers, body, timeoutMs = 15 * second, keepBytes = 16_384 } = request;
  const signal = AbortSignal.timeout(timeoutMs);
  const answer = await ask(target, { dispatcher, method, headers: { ...headers }, body: body ?? null, signal });
  const kept = await keepStart(answer.body, keepBytes);
  const told = Object.entries(answer.headers).map(([name, value]) => [name, [value ?? ""].flat().join(", ")] as const);
  return { status: answer.statusCode, headers: Object.fromEntries(told), ...kept };
}

/** The first bytes of an answer. What comes after is not read: the connection is closed instead. */
async function keepStart(
  body: Dispatcher.ResponseData["body"],
  keepBytes: number,
): Promise<{ readonly body: string; readonly isCut: boolean }> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body as AsyncIterable<Buffer>) {
    parts.push(part);
    size += part.length;
    if (size > keepBytes) break;
  }
  const text = new TextDecoder().decode(Buffer.concat(parts).subarray(0, keepBytes));
  return { body: text, isCut: size > keepBytes };
}
