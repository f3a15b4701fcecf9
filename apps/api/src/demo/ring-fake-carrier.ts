import { err, ok, type Result } from "@ringtrail/core";
import { z } from "zod";

/** A call the fake carrier is asked to place. */
export interface FakeCall {
  /** In E.164, or `anonymous`. */
  readonly from: string;
  readonly to: string;
  readonly talkSeconds?: number | undefined;
  readonly digits?: { readonly keys: string; readonly afterNoticeMs: number } | undefined;
}

/** Why the fake carrier did not ring. */
export interface CarrierSaysNo {
  readonly code: "carrier_unreachable" | "call_refused";
  readonly says: string;
}

const Placed = z.object({ sid: z.string() });
const patienceMs = 5_000;

/** Asks the fake carrier to ring, by its control door. Answers the carrier's id of the call. */
export async function ringFakeCarrier(
  carrierUrl: string,
  call: FakeCall,
): Promise<Result<{ readonly call: string }, CarrierSaysNo>> {
  try {
    const answer = await fetch(`${carrierUrl}/fake/calls`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(call),
      signal: AbortSignal.timeout(patienceMs),
    });
    const placed = Placed.safeParse(await answer.json());
    if (answer.status === 201 && placed.success) return ok({ call: placed.data.sid });
    return err({ code: "call_refused", says: `The fake carrier refused the call (${answer.status}).` });
  } catch {
    return err({ code: "carrier_unreachable", says: "The fake carrier does not answer." });
  }
}
