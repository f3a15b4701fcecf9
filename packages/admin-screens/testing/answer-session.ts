import { text } from "node:stream/consumers";
import type { Asked } from "./contract-world.ts";
import { playedLink, playedPerson } from "./played-account.ts";
import { sendJson } from "./send.ts";

const opened = { "set-cookie": "rt_session=open; Path=/; HttpOnly; SameSite=Lax" };
const closed = { "set-cookie": "rt_session=; Path=/; Max-Age=0" };

/** Plays the auth library: sign-in by password or one-time link, who is signed in, sign-out. */
export async function answerSession({ url, request, response }: Asked): Promise<void> {
  const body = request.method === "POST" ? readBody(await text(request)) : {};
  const reply = (isRight: boolean, cookie: Record<string, string>): void => {
    for (const [name, value] of Object.entries(isRight ? cookie : {})) response.setHeader(name, value);
    sendJson(response, isRight ? 200 : 401, isRight ? {} : { code: "INVALID", message: "Refused." });
  };
  switch (url.pathname) {
    case "/api/auth/get-session": {
      const isOpen = /rt_session=open/.test(request.headers.cookie ?? "");
      return sendJson(response, 200, isOpen ? { session: {}, user: { email: playedPerson.email } } : null);
    }
    case "/api/auth/sign-in/email":
      return reply(body["email"] === playedPerson.email && body["password"] === playedPerson.password, opened);
    case "/api/auth/one-time-token/verify":
      return reply(body["token"] === playedLink, opened);
    case "/api/auth/sign-out":
      return reply(true, closed);
    default:
      return sendJson(response, 404, {});
  }
}

function readBody(given: string): Readonly<Record<string, unknown>> {
  const body: unknown = JSON.parse(given === "" ? "{}" : given);
  return typeof body === "object" && body !== null ? Object.fromEntries(Object.entries(body)) : {};
}
