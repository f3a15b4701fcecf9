// Lines that must NOT compile: whatever is known of a caller gets into no log line, webhook, mail, message or table for a
// spreadsheet but through `Phi.tell`, which wants a recipient that was let in. When one of these starts to compile, its
// expected error is missing and the type check fails. Never imported, so no package holds it.

import type { E164, Phi } from "@ringtrail/core";
import type { CallEvent, CallFlow, PlannedText } from "@ringtrail/core/call-flow";
import type { NewFact } from "@ringtrail/core/ports";
import type { CallerToTell, SendMail } from "@ringtrail/destinations";
import { csvText } from "./csv/csv-text.ts";
import type { FetchRecording } from "./jobs/job-queue.ts";
import type { LiveNews } from "./live/live-bus.ts";
import type { Log } from "./log.ts";

declare const caller: Phi<E164>;
declare const log: Log;
declare const sendMail: SendMail;
declare const flow: CallFlow;
declare const chose: Extract<CallEvent, { kind: "chose" }>;
declare const text: PlannedText;
declare const job: FetchRecording;
declare const news: LiveNews;

// @ts-expect-error: a line of the log
log.info({ caller }, "a call rang");
// @ts-expect-error: a webhook nobody let in
export const told: CallerToTell = { caller: undefined, how: "full" };
// @ts-expect-error: a mail's words
void sendMail("owner@clinic.example", { subject: "A call", text: caller, html: "" }, "1");
// @ts-expect-error: a cell of a report
csvText([[caller]]);
// @ts-expect-error: a fact for destinations
export const about: NewFact["about"] = { caller };

// Nor does what a call flow says of who answers and of what was chosen.
// @ts-expect-error: a line of the log
log.info({ to: flow.destination }, "a call rang");
// @ts-expect-error: nor its words
log.info({}, text.text);
// @ts-expect-error: a mail's words
void sendMail("owner@clinic.example", { subject: "A call", text: chose.keys, html: "" }, "1");
// @ts-expect-error: a cell of a report
csvText([[chose.step]]);
// @ts-expect-error: what a job keeps
export const kept: FetchRecording = { ...job, at: { ...job.at, ref: chose.step } };
// @ts-expect-error: what every open screen hears
export const heard: LiveNews = { ...news, call: chose.step };
