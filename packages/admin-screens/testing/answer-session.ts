import { text } from "node:stream/consumers";
import { answerSecondFactor, letIn } from "./answer-second-factor.ts";
import type { Asked } from "./contract-world.ts";
import { playedLink, playedPerson } from "./played-account.ts";
import { sendJson } from "./send.ts";

const closed = { "set-cookie": "rt_session=; Path=/; Max-Age=0" };

/** Plays the auth library: sign-in by password or one-time link, who is signed in, sign-out. */
export async function answerSession(asked: Asked): Promise<void> {
  const { world, url, request, response } = asked;
  const body = request.method === "POST" ? readBody(await text(request)) : {};
  const reply = (isRight: boolean): void =>
    isRight ? letIn(asked) : sendJson(response, 401, { code: "INVALID", message: "Refused." });
  switch (url.pathname) {
    case "/api/auth/get-session": {
      const isOpen = /rt_session=open/.test(request.headers.cookie ?? "");
      return sendJson(response, 200, isOpen ? { session: {}, user: { email: playedPerson.email } } : null);
    }
    case "/api/auth/sign-in/email":
      return reply(body["email"] === playedPerson.email && body["password"] === world.settings.password);
    case "/api/auth/one-time-token/verify":
      return reply(body["token"] === playedLink);
    case "/api/auth/sign-out":
      response.setHeader("set-cookie", closed["set-cookie"]);
      return sendJson(response, 200, {});
    default:
      if (!answerSecondFactor(asked, body)) sendJson(response, 404, {});
  }
}

function readBody(given: string): Readonly<Record<string, unknown>> {
  const body: unknown = JSON.parse(given === "" ? "{}" : given);
  return typeof body === "object" && body !== null ? Object.fromEntries(Object.entries(body)) : {};
}
