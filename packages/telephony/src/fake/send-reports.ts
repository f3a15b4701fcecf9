import { askPeer, newEventId } from "./ask-peer.ts";
import type { AccountKeys } from "./account-keys.ts";
import type { CallFaults } from "./call-script.ts";
import type { ReportSent } from "./ledger.ts";

/** One report to be sent: a callback whose answer nobody reads. */
export interface Report {
  readonly kind: "status" | "recording";
  readonly event: string;
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly params: Readonly<Record<string, string>>;
}

/**
 * The reports of one call. They leave one after another, beside the call, and the call never waits for them.
 * Faults double them, turn their order round or lose them.
 */
export class Reports {
  readonly #keys: AccountKeys;
  readonly #faults: CallFaults;
  readonly #sent: ReportSent[];
  readonly #held: Report[] = [];
  #isHolding: boolean;
  #tail: Promise<void> = Promise.resolve();

  constructor(keys: AccountKeys, faults: CallFaults, sent: ReportSent[]) {
    this.#keys = keys;
    this.#faults = faults;
    this.#sent = sent;
    this.#isHolding = faults.reorder;
  }

  add(report: Report): void {
    if (this.#faults.dropCallbacks.includes(report.kind)) {
      this.#sent.push({ ...named(report), attempts: 0, status: undefined, fault: "dropped" });
    } else if (this.#isHolding) {
      this.#held.push(report);
    } else {
      this.#send(report);
    }
  }

  /** Lets reports go that were held back, last first, and waits until every report is out. */
  async close(): Promise<void> {
    await this.#drain();
    this.#isHolding = false;
    for (const report of this.#held.splice(0).toReversed()) this.#send(report);
    await this.#drain();
  }

  async #drain(): Promise<void> {
    for (let tail: Promise<void> | undefined; tail !== this.#tail;) {
      tail = this.#tail;
      await tail;
    }
  }

  #send(report: Report): void {
    const eventId = newEventId();
    const copies = this.#faults.duplicate ? [undefined, "duplicate" as const] : [undefined];
    for (const fault of copies) this.#tail = this.#tail.then(() => this.#deliver(report, eventId, fault));
  }

  async #deliver(report: Report, eventId: string, fault: ReportSent["fault"]): Promise<void> {
    const { answered, attempts } = await askPeer({ ...report, keys: this.#keys, eventId });
    const status = answered.kind === "answer" ? answered.status : undefined;
    this.#sent.push({ ...named(report), attempts, status, fault });
  }
}

function named({ kind, event, url }: Report): Pick<ReportSent, "kind" | "event" | "url"> {
  return { kind, event, url };
}
