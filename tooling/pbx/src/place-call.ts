import type { Lane } from "./lane.ts";
import { numbers } from "./seed-business.ts";
import type { Piece } from "./sip/scenario.ts";
import { startTelephone, type Telephone } from "./sip/telephone.ts";
import { hear, type Heard } from "./sound/hear.ts";
import { addresses } from "./start-asterisk.ts";

/** One call to be placed. */
export interface Script {
  readonly to?: string;
  /** Whose address the call comes from. */
  readonly from?: "trunk" | "stranger";
  /** The caller's own number; one of New York when it is not said. */
  readonly number?: string;
  readonly caller: readonly Piece[];
  /** Undefined: nobody is there to be called. */
  readonly business?: readonly Piece[];
  /** What happens while the call goes on. */
  readonly meanwhile?: (call: {
    readonly caller: Telephone;
    readonly business: Telephone | undefined;
  }) => Promise<void>;
}

/** What each party heard, a letter per half second. */
export interface Outcome {
  readonly callerHeard: Heard;
  readonly businessHeard: Heard;
  /** What the business's telephone noted of the call it was sent. */
  readonly notes: string;
}

let calls = 0;

/** Places one call from the trunk and waits until both parties have played their parts. */
export async function placeCall(lane: Lane, script: Script): Promise<Outcome> {
  calls += 1;
  const { engine, folder, place, tones } = lane;
  const business =
    script.business &&
    (await startTelephone(engine, folder, {
      name: `business-${calls}`,
      address: addresses.business,
      port: place.businessPort,
      pieces: script.business,
      toneFile: tones.business,
    }));
  const caller = await startTelephone(engine, folder, {
    name: `caller-${calls}`,
    address: addresses[script.from ?? "trunk"],
    pieces: script.caller,
    toneFile: tones.caller,
    rings: {
      sipPort: place.sipPort,
      number: script.to ?? numbers.recorded,
      from: script.number ?? numbers.caller,
      name: "JANE CALLER",
    },
  });
  try {
    await Promise.all([caller.done, business?.done, script.meanwhile?.({ caller, business })]);
    return {
      callerHeard: heardBy(caller),
      businessHeard: business === undefined ? "" : heardBy(business),
      notes: (await business?.notes()) ?? "",
    };
  } finally {
    await Promise.all([caller.stop(), business?.stop()]);
  }
}

function heardBy({ ear }: Telephone): Heard {
  const [line] = ear.lines();
  return line === undefined ? "" : hear(line);
}
