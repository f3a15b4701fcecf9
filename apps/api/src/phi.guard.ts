// Lines that must NOT compile: whatever is known of a caller gets into no log line, webhook, mail, message or table for a
// spreadsheet but through `Phi.tell`, which wants a recipient that was let in. When one of these starts to compile, its
// expected error is missing and the type check fails. Never imported, so no package holds it.

import type { E164, Phi } from "@ringtrail/core";
import type { NewFact } from "@ringtrail/core/ports";
import type { CallerToTell, SendMail } from "@ringtrail/destinations";
import { csvText } from "./csv/csv-text.ts";
import type { Log } from "./log.ts";

declare const caller: Phi<E164>;
declare const log: Log;
declare const sendMail: SendMail;

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
