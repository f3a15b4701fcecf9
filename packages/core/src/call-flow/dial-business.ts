import type { CallFlow } from "./call-flow.ts";
import type { Step } from "./call-plan.ts";
import type { Words } from "./words.ts";

type Dial = Extract<Step, { do: "dial" }>;

/** Rings the business. `report` is false where the step must work while we are dead. */
export function dial(flow: CallFlow, record: Dial["record"], report: boolean): Dial {
  return { do: "dial", to: [flow.destination], timeoutSeconds: flow.ringSeconds, record, callerId: undefined, report };
}

/** The words alone, without what else an announcement holds. */
export function bare({ text, language, sound }: Words): Words {
  return sound === undefined ? { text, language } : { text, language, sound };
}
