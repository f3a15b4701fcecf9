import apiFetch from "@wordpress/api-fetch";
import { problemOf } from "./problem-of.ts";

/**
 * A `fetch` for the contract's client that goes through WordPress: its REST address (with or without pretty links),
 * its cookie and its nonce, which `apiFetch` renews when it grows old. Failures become problems of the Ringtrail API.
 *
 * @throws when the site is not reached at all, as `fetch` does.
 */
export async function wordPressFetch(input: RequestInfo | URL, request: RequestInit = {}): Promise<Response> {
  const path = String(input).replace(/^\/v1\//, "/ringtrail/v1/");
  try {
    const answer: unknown = await apiFetch({
      path,
      method: request.method ?? "GET",
      // The client writes JSON itself, and a file is one already; sent as it is, an empty object stays one. The name of the
      // header is written as `apiFetch` writes it where it sends a PUT as a POST: under two spellings it would be sent twice.
      ...(request.body === undefined || request.body === null
        ? {}
        : { body: request.body, headers: { "Content-Type": typeIn(request.headers) } }),
    });
    return Response.json(answer);
  } catch (refused) {
    const problem = problemOf(refused);
    if (problem === undefined) throw new TypeError("WordPress did not answer.", { cause: refused });
    return Response.json(problem, { status: problem.status });
  }
}

function typeIn(headers: HeadersInit | undefined): string {
  return new Headers(headers).get("content-type") ?? "application/json";
}
