import type { E164, Phi } from "@ringtrail/core";

/** A text from a tracking number to whoever called it. */
export interface TextToSend {
  readonly from: E164;
  readonly to: Phi<E164>;
  readonly text: string;
}
