import type { Instant } from "@ringtrail/core";
import { html } from "hono/html";
import type { Markup } from "../openapi/render-fields.ts";
import type { CertifiedCall } from "./certified-call.ts";

/** An instant as a person reads it, in UTC to the millisecond. */
export function sayMoment(at: Instant): string {
  return new Date(at).toISOString().replace("T", " ").replace("Z", " UTC");
}

/** The same, for a machine too. */
export function renderMoment(at: Instant): Markup {
  return html`<time datetime="${new Date(at).toISOString()}">${sayMoment(at)}</time>`;
}

/** Which call, which recording. */
export function renderFacts({ account, call, dialled, caller, recording }: CertifiedCall): Markup {
  return html`<dl>
    ${fact("Business", account.name)}
    ${fact("Call", html`<code>${call.id}</code>, at the carrier <code>${call.carrierRef}</code>`)}
    ${fact("Rang", renderMoment(call.rangAt))} ${fact("Number dialled", dialled ?? "no longer known")}
    ${fact("Caller", sayCaller(caller))}
    ${
      recording === undefined
        ? fact("Recording", "none is stored")
        : html`${fact("Recording", `${recording.id}, ${seconds(recording.lengthMs)} s, ${recording.size} bytes, ${recording.mediaType}`)}
          ${fact("Stored", renderMoment(recording.storedAt))}
          ${fact("SHA-256 of the sound", html`<span class="hash">${recording.sha256}</span>`)}`
    }
  </dl>`;
}

function sayCaller(caller: CertifiedCall["caller"]): string {
  if (caller === undefined) return "not known yet";
  if (caller.number === undefined) return "number withheld";
  return caller.isMasked ? `${caller.number} (masked)` : caller.number;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}

function fact(name: string, value: string | Markup): Markup {
  return html`<dt>${name}</dt>
    <dd>${value}</dd>`;
}
