import type { AccountId, Instant } from "@ringtrail/core";
import type { Scope } from "@ringtrail/core/ports";
import { createApiKey } from "../src/workflows/create-api-key.ts";
import type { TestApp } from "./test-app.ts";

/** A request to the management API. */
export interface Asked {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks the app with one API key. */
export type AskAsKey = (path: string, asked?: Asked) => Promise<Response>;

/** Makes a key of the test's shop with these scopes, and the function that asks with it. */
export async function aKey(
  { app, deps, shop }: TestApp,
  scopes: readonly Scope[],
  over: { readonly account?: AccountId; readonly expiresAt?: Instant } = {},
): Promise<AskAsKey> {
  const { account = shop.account, expiresAt } = over;
  const { secret } = await createApiKey(deps, { account, name: "test", scopes, expiresAt, actor: "cli" });
  return async (path, { method, body, headers } = {}) =>
    app.request(path, {
      method: method ?? (body === undefined ? "GET" : "POST"),
      headers: {
        authorization: `Bearer ${secret}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isRaw(body) ? body : JSON.stringify(body) }),
    });
}

/** A text or a file goes as it is. */
function isRaw(body: unknown): body is string | Uint8Array<ArrayBuffer> {
  return typeof body === "string" || body instanceof Uint8Array;
}

/** The problem in an answer, as far as tests look at it. */
export async function problemIn(answer: Response): Promise<Readonly<Record<string, unknown>>> {
  const body: unknown = await answer.json();
  return typeof body === "object" && body !== null ? { ...body } : {};
}
