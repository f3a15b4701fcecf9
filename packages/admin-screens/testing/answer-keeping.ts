import { NewLegalHold, NumberLimitsShown, RetentionWanted, type CarrierList } from "@ringtrail/api-contract";
import type { Asked } from "./contract-world.ts";
import { readSent } from "./read-sent.ts";
import { callId } from "./sample-calls.ts";
import { sendJson, sendProblem } from "./send.ts";

const usual = { visitDays: 396, callerDays: 731, recordingDays: 731 };

/** One carrier that answers, one that is not connected, and one's own Asterisk. */
export function sampleCarriers(): CarrierList {
  const connection = { id: callId(600), account: "01ab", numbers: 4, state: "answers" as const, elsewhere: 1 };
  return {
    carriers: [
      { carrier: "twilio", connections: [connection] },
      { carrier: "telnyx", connections: [] },
      { carrier: "asterisk", connections: [] },
    ],
    reachedAt: "http://localhost:4173",
    isReachable: false,
  };
}

/** Plays what is kept how long, what is held, what may be spent, and who helps whose phone is gone. */
export async function answerKeeping({ world, url, request, response }: Asked): Promise<boolean> {
  const { settings } = world;
  const [, , door = "", id = "", more] = url.pathname.split("/");
  const sent = async (): Promise<unknown> => JSON.parse((await readSent(request)).toString("utf8"));
  const retention = (): boolean => {
    sendJson(response, 200, {
      wanted: settings.retention,
      counts: { ...usual, ...settings.retention },
      holds: settings.holds,
    });
    return true;
  };
  const done = (): boolean => {
    response.writeHead(204).end();
    return true;
  };
  switch (`${request.method} ${door}${more === undefined ? "" : ` ${more}`}`) {
    case "GET retention":
      return retention();
    case "PUT retention":
      settings.retention = RetentionWanted.parse(await sent());
      return retention();
    case "POST legal-holds": {
      const read = NewLegalHold.safeParse(await sent());
      if (!read.success) {
        const field = read.error.issues[0]?.path.join(".");
        sendProblem(response, 422, "body_invalid", "A field of the body is not as agreed.", "Correct it.", field);
        return true;
      }
      const made = { id: callId(6_000 + settings.holds.length), placedBy: "owner", placedAt: new Date().toISOString() };
      settings.holds = [...settings.holds, { ...made, ...read.data }];
      sendJson(response, 201, settings.holds.at(-1) ?? {});
      return true;
    }
    case "DELETE legal-holds":
      settings.holds = settings.holds.filter((hold) => hold.id !== id);
      return done();
    case "GET number-limits":
      sendJson(response, 200, settings.limits);
      return true;
    case "POST number-limits":
      settings.limits = NumberLimitsShown.parse(await sent());
      sendJson(response, 200, settings.limits);
      return true;
    case "GET carriers":
      sendJson(response, 200, sampleCarriers());
      return true;
    case "DELETE people sessions":
    case "DELETE people two-factor":
      settings.helped.push(`${id} ${more}`);
      return done();
    default:
      return false;
  }
}
