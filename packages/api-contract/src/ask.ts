import { ApiError, readProblem } from "./api-error.ts";

/** How the client reaches a server. */
export interface ClientOptions {
  /** The server's address without a trailing slash, or a path in front of `/v1` (a proxy); "" is the page's own server. */
  readonly baseUrl: string;
  /** The platform's `fetch`. It is passed in, so that hosts and tests decide how requests are made. */
  readonly fetch: typeof fetch;
  /** Sent with every request, for example `authorization`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * One request. The answer is typed by the contract and not checked again: a plugin must go on working with a newer
 * server that knows one kind of event more. The server's own tests hold its answers to the schemas.
 */
export async function ask<Answer>(
  { baseUrl, fetch, headers }: ClientOptions,
  method: string,
  path: string,
  body?: unknown,
  idempotencyKey?: string,
): Promise<Answer> {
  const answer = await fetch(`${baseUrl}${path}`, {
    method,
    headers: {
      accept: "application/json",
      ...(body === undefined ? {} : { "content-type": typeOf(body) }),
      ...(idempotencyKey === undefined ? {} : { "idempotency-key": idempotencyKey }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
  });
  if (!answer.ok) throw new ApiError(await readProblem(answer));
  return (answer.status === 204 ? undefined : await answer.json()) as Answer;
}

/** A file goes as it is; the server looks at what it holds, so a browser that does not know its type does no harm. */
function typeOf(body: unknown): string {
  if (!(body instanceof Blob)) return "application/json";
  return body.type === "" ? "application/octet-stream" : body.type;
}
