// Lines that must NOT compile. What a caller said or who they are reaches no destination, notification, log line, audit
// entry or export that was not let in as covered. When one of these starts to compile, its expected error is missing and
// the type check fails. Never imported, so no package holds it.

import type { AuditEntry } from "./audit.ts";
import type { CallEvent, CallFlow, CallState, FlowStep } from "./call-flow/index.ts";
import type { OpenText } from "./care-word.ts";
import { Recipient } from "./healthcare/index.ts";
import { Phi } from "./phi.ts";
import type { E164 } from "./phone-number.ts";
import type { CallTold, Fact, NewFact, TargetLabel } from "./ports/index.ts";

declare const caller: Phi<E164>;
declare const specialist: TargetLabel;
declare const flow: CallFlow;
declare const ring: Extract<FlowStep, { kind: "ring" }>;
declare const menu: Extract<FlowStep, { kind: "menu" }>;
declare const chose: Extract<CallEvent, { kind: "chose" }>;
declare const joined: Extract<CallEvent, { kind: "joined" }>;
declare const state: CallState;
declare const destination: { readonly kind: "destination"; readonly name: string };
const asked = { kind: "destination", name: "CRM", isHealthcare: true, coveredBy: undefined } as const;

// @ts-expect-error: a destination nobody looked at
Phi.tell(caller, destination);
// @ts-expect-error: one that may have been refused
Phi.tell(caller, Recipient.admit(asked));
// @ts-expect-error: the door destinations once went through
Phi.reveal(caller, "destination");
// @ts-expect-error: a recipient that somebody makes by hand
void new Recipient(asked);
// @ts-expect-error: a text is no sealed value, and a sealed value no text
export const text: string = caller;
// @ts-expect-error: a notification's words
export const notice: NewFact["about"] = { caller };
// @ts-expect-error: a log's and the audit log's facts
export const logged: AuditEntry["facts"] = { caller };
// @ts-expect-error: what a destination is told of a call
export const more: CallTold["more"] = { caller };
// @ts-expect-error: nor under its own name: a fact has no caller
export const fact: Pick<Fact, "id"> = { id: "", caller };
// @ts-expect-error: what a clinic calls a number is sealed too, for a notification
export const named: NewFact["about"] = { label: specialist.label };
// @ts-expect-error: for the audit log
export const loggedName: AuditEntry["facts"] = { label: specialist.label };
// @ts-expect-error: and for a text that anybody reads
export const shownName: string = specialist.label;

// Who answers, what a menu offers and what was pressed in it are texts, because carriers are told them, and bear a mark.
// @ts-expect-error: the phone of somebody who answers, for the audit log
export const rung: AuditEntry["facts"] = { to: ring.phones[0].phone };
// @ts-expect-error: nor the one that always rings
export const rings: AuditEntry["facts"] = { to: flow.destination };
// @ts-expect-error: the name of somebody who was told of recordings, for a notification
export const person: NewFact["about"] = { who: (flow.standingNotices ?? [])[0]?.person ?? "" };
// @ts-expect-error: where somebody sits who answers
export const seat: OpenText = (flow.seats ?? [])[0]?.phone ?? "";
// @ts-expect-error: what a menu says
export const offered: NewFact["about"] = { words: menu.words.text };
// @ts-expect-error: where a key leads
export const way: NewFact["about"] = { step: menu.otherwise };
// @ts-expect-error: the step a caller chose in
export const chosen: CallTold["more"] = { step: chose.step };
// @ts-expect-error: and the key
export const pressed: CallTold["more"] = { keys: chose.keys };
// @ts-expect-error: who joined
export const came: OpenText = joined.who;
// @ts-expect-error: what was pressed in all menus, within a call's state
export const told: CallTold["state"] = state;
// @ts-expect-error: or one of them
export const one: AuditEntry["facts"] = { choice: state.choices["menu"] ?? "" };
