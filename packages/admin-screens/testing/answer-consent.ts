import { RecordingQuestionAsked } from "@ringtrail/api-contract";
import type { ProofList } from "@ringtrail/api-contract";
import type { Asked, ContractWorld } from "./contract-world.ts";
import { readSent } from "./read-sent.ts";
import { sampleDiff, samplePlaces, sampleRuleSet } from "./sample-consent.ts";
import { samplePreview } from "./sample-preview.ts";
import { sendJson, sendProblem } from "./send.ts";

/** Plays the doors below `/v1/recording-consent`; false for an address that is none of them. */
export async function answerConsent({ world, url, request, response }: Asked): Promise<boolean> {
  switch (`${request.method} ${url.pathname}`) {
    case "GET /v1/recording-consent/places": {
      const business = url.searchParams.get("business")?.split(",") ?? world.businessPlaces;
      sendJson(response, 200, samplePlaces(business, world.overrides));
      return true;
    }
    case "GET /v1/recording-consent/rule-sets": {
      const historical = { ...sampleDiff().before, id: "us-2017-article", isHistorical: true };
      sendJson(response, 200, { ruleSets: [{ ...sampleRuleSet, id: "current", isHistorical: false }, historical] });
      return true;
    }
    case "GET /v1/recording-consent/proofs":
      sendJson(response, 200, proofsOf(world, url));
      return true;
    case "GET /v1/recording-consent/rule-sets/diff":
      sendJson(response, 200, sampleDiff());
      return true;
    case "POST /v1/recording-consent/decisions/preview": {
      const question = RecordingQuestionAsked.parse(JSON.parse((await readSent(request)).toString("utf8")));
      if (!/^(\+[1-9][\d ]{6,18})?$/.test(question.caller?.number ?? "")) {
        sendProblem(
          response,
          422,
          "phone_malformed",
          "This is no phone number.",
          "Write it with country code.",
          "caller.number",
        );
      } else
        sendJson(
          response,
          200,
          samplePreview({
            ...question,
            businessJurisdictions: question.businessJurisdictions ?? [...world.businessPlaces],
          }),
        );
      return true;
    }
    default:
      return false;
  }
}

/** The proofs of every call, numbered as one chain, newest first. */
function proofsOf({ calls }: ContractWorld, url: URL): ProofList {
  const all = calls
    .toReversed()
    .flatMap(({ id, proofs }) => proofs.map((proof) => ({ ...proof, call: id, words: `Proved: ${proof.kind}.` })))
    .map((proof, at) => ({ ...proof, sequence: at + 1 }))
    .toReversed();
  const start = Number(url.searchParams.get("cursor") ?? 0);
  const end = start + Number(url.searchParams.get("limit") ?? 25);
  return { proofs: all.slice(start, end), next: end < all.length ? String(end) : undefined };
}
