/** What the fake carrier answers over HTTP. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Iterable<Uint8Array>;
}

/** What it was asked. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly header: (name: string) => string | undefined;
  readonly body: string;
}

/** No answer: the connection is cut. */
export const replyNever: Reply = { status: 0, headers: {}, body: "" };

export function replyJson(status: number, body: unknown): Reply {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

export const replyNothing: Reply = { status: 204, headers: {}, body: "" };

/** A refusal as Twilio words it: a number of its own, and where to read about it. */
export function replyRefused(status: number, code: number, message: string): Reply {
  return replyJson(status, { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status });
}

export const replyUnknown: Reply = replyRefused(404, 20404, "The requested resource was not found");
