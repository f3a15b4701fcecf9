import type { Milliseconds } from "@ringtrail/core";
import type { AccountKeys } from "./account-keys.ts";
import { callParams, legParams } from "./call-params.ts";
import type { CallScript } from "./call-script.ts";
import { newCallSid, type BookedCall, type BookedRecording, type Exchange, type FakeNumber } from "./exchange.ts";
import type { CallOver, Ledger } from "./ledger.ts";
import type { RunningRecording } from "./keep-recording.ts";
import { Line } from "./line.ts";
import { pause } from "./pause.ts";
import { Reports, type Report } from "./send-reports.ts";

/** What a call needs of the place it happens in. */
export interface CallPlace {
  readonly exchange: Exchange;
  readonly number: FakeNumber;
  readonly keys: AccountKeys;
  /** How many times faster than a clock on the wall the call's time runs. */
  readonly speed: number;
  /** Where the carrier's own API answers: recordings are addressed with it. */
  readonly url: string;
}

/** One call on its way through the carrier: the line, the books, and what the caller does next. */
export class FakeCall {
  readonly script: CallScript;
  readonly place: CallPlace;
  readonly line = new Line();
  readonly booked: BookedCall;
  readonly legs: BookedCall[] = [];
  readonly recordings: BookedRecording[] = [];
  readonly ledger: Ledger = { documents: [], reports: [], fellThrough: 0, over: undefined };
  readonly reports: Reports;
  /** Settles when the last report is out. */
  done: Promise<void> = Promise.resolve();
  /** How many Gathers have been answered, or not. */
  gathers = 0;
  /** Recordings of the whole call, which run on from document to document. */
  readonly running: RunningRecording[] = [];
  /** Fallbacks asked so far: a fallback that fails again and again must end somewhere. */
  fallbacks = 0;
  /** Things that finish after the call, such as a recording being written. */
  readonly afterwards: Promise<void>[] = [];
  readonly #hungUp = new AbortController();
  #answeredMs: Milliseconds | undefined;
  #passingSince: number | undefined;

  constructor(script: CallScript, place: CallPlace) {
    this.script = script;
    this.place = place;
    const { number } = place;
    this.booked = this.#book({ from: script.from, to: number.e164, parent: undefined, direction: "inbound" });
    this.reports = new Reports(place.keys, script.faults, this.ledger.reports);
  }

  /** True from the moment the caller is gone, whoever ended the call. */
  get isGone(): boolean {
    return this.#hungUp.signal.aborted;
  }

  /** This moment of the call, also while time passes. */
  get nowMs(): Milliseconds {
    const since = this.#passingSince;
    return this.line.nowMs + (since === undefined ? 0 : (performance.now() - since) * this.place.speed);
  }

  get answeredMs(): Milliseconds | undefined {
    return this.#answeredMs;
  }

  /** Lets the call's time run. False when the caller hung up meanwhile. */
  async pass(ms: Milliseconds): Promise<boolean> {
    const startedAt = performance.now();
    this.#passingSince = startedAt;
    const wasCut = this.isGone || (await pause(ms / this.place.speed, this.#hungUp.signal));
    this.#passingSince = undefined;
    this.line.advance(wasCut ? Math.min(ms, (performance.now() - startedAt) * this.place.speed) : ms);
    if (wasCut) this.end("caller_hung_up");
    return !wasCut;
  }

  /** The caller hangs up now, whatever the script says. */
  hangUp(): void {
    this.#hungUp.abort();
  }

  /** The carrier picks up for the caller: from now on the call costs money and is `in-progress`. */
  answer(): void {
    this.#answeredMs ??= this.line.nowMs;
    this.booked.status = "in-progress";
  }

  /** The call is over. The first reason counts. */
  end(over: CallOver, unanswered: BookedCall["status"] = "no-answer"): void {
    if (this.ledger.over !== undefined) return;
    this.ledger.over = over;
    this.#hungUp.abort();
    this.line.callerLeft();
    this.booked.status = this.#answeredMs === undefined ? unanswered : "completed";
    this.booked.endedAt = new Date();
    this.booked.seconds = Math.round((this.line.nowMs - (this.#answeredMs ?? this.line.nowMs)) / 1_000);
  }

  /** Puts a leg to somebody else into the books. */
  newLeg(to: string, from: string): BookedCall {
    const leg = this.#book({ from, to, parent: this.booked.sid, direction: "outbound-dial" });
    this.legs.push(leg);
    return leg;
  }

  /** The parameters every webhook about the caller's call carries. */
  params(): Readonly<Record<string, string>> {
    return callParams(this);
  }

  legParams(leg: BookedCall): Readonly<Record<string, string>> {
    return legParams(this, leg);
  }

  report(report: Report): void {
    if (report.url !== "") this.reports.add(report);
  }

  #book(leg: Pick<BookedCall, "from" | "to" | "parent" | "direction">): BookedCall {
    const { exchange, number } = this.place;
    const booked: BookedCall = {
      ...leg,
      sid: newCallSid(this.place.keys.face),
      account: number.account,
      numberSid: leg.parent === undefined ? number.sid : undefined,
      startedAt: new Date(),
      status: leg.parent === undefined ? "ringing" : "queued",
      endedAt: undefined,
      seconds: 0,
    };
    exchange.booked.set(booked.sid, booked);
    return booked;
  }
}
