import { useState } from "react";
import { refusalOf, type Refusal } from "./refusal.ts";

/** One thing asked of a door at a time, and why the last was refused. */
export interface AskedDoor {
  readonly isBusy: boolean;
  readonly refusal: Refusal | undefined;
  /** Says what is wrong before the door is asked; undefined takes it back. */
  readonly refuse: (refusal: Refusal | undefined) => void;
  /** Asks, and goes on with the answer when there is one. */
  readonly ask: <Answer>(question: () => Promise<Answer>, then: (answer: Answer) => void) => void;
}

/** Without a cache of answers: the page at the door has none, and no secret belongs in one. */
export function useDoor(): AskedDoor {
  const [isBusy, setBusy] = useState(false);
  const [refusal, refuse] = useState<Refusal | undefined>(undefined);
  const ask = async <Answer>(question: () => Promise<Answer>, then: (answer: Answer) => void): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    refuse(undefined);
    try {
      then(await question());
    } catch (refused) {
      refuse(refusalOf(refused));
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, refusal, refuse, ask: (question, then) => void ask(question, then) };
}
