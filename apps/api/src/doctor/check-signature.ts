import { z } from "zod";
import { fine, problem, type Finding } from "./finding.ts";

/** The problem a door answers with. */
const Refusal = z.object({ code: z.string() });

const patienceMs = 5_000;

/** A request as the carrier would sign it. */
export interface SignedRequest {
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A signed webhook without a call in it: the server that finds the signature right says that the call is missing, and
 * writes nothing. The query shows whether a proxy rewrites addresses.
 */
export async function checkSignature(
  name: string,
  base: string,
  signed: (url: string, body: string) => SignedRequest,
): Promise<Finding> {
  const url = `${base}/status?doctor=1&number=0`;
  const { body, headers: more = {} } = signed(url, "Doctor=1");
  const headers = { "content-type": "application/x-www-form-urlencoded", ...more };
  const refused = await fetch(url, { method: "POST", headers, body, signal: AbortSignal.timeout(patienceMs) }).then(
    async (answer) => Refusal.safeParse(await answer.json()).data?.code,
    () => undefined,
  );
  if (refused === "body_invalid") return fine("signature", `A webhook signed for ${name} is believed.`);
  const fix = "Set PUBLIC_URL to the address the carrier asks, and let the proxy change neither path nor query.";
  return problem("signature", `A webhook signed for ${name} is refused (${refused ?? "no answer"}).`, fix);
}
