import type { ServerResponse } from "node:http";

/** Answers JSON. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(JSON.stringify(body));
}

/** Answers a problem as RFC 9457 says it. */
export function sendProblem(
  response: ServerResponse,
  status: number,
  code: string,
  title: string,
  fix: string,
  field?: string,
  detail?: string,
): void {
  const type = `https://ringtrail.dev/problems/${code}`;
  response.writeHead(status, { "content-type": "application/problem+json", "cache-control": "no-store" });
  response.end(JSON.stringify({ type, title, status, code, fix, field, detail }));
}
