import {
  explainRecording,
  sayConsidered,
  sayGoverning,
  sayInputs,
  sayOutcome,
  sayReading,
} from "@ringtrail/api-contract";
import { html, raw } from "hono/html";
import type { Markup } from "../openapi/render-fields.ts";
import type { CertifiedCall } from "./certified-call.ts";
import { certificatePolicy, certificateStyle } from "./certificate-style.ts";
import { renderChain, renderWordings } from "./render-chain.ts";
import { renderFacts, renderMoment } from "./render-facts.ts";

/** Not part of the template: a formatter's space inside it would be another style than the policy allows. */
const styleElement = raw(`<style>${certificateStyle}</style>`);

/**
 * A call's certificate: one page a person can read and print. Self-contained and without scripts, so that it opens
 * anywhere in twenty years.
 */
export function renderCertificate(certified: CertifiedCall): Markup {
  const { account, call, proofs, recording, madeAt, version } = certified;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${certificatePolicy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex" />
        <title>Certificate of recording consent, call ${call.id}</title>
        ${styleElement}
      </head>
      <body>
        <header>
          <h1>Certificate of recording consent</h1>
          <p class="outcome">${sayOutcome(proofs, recording !== undefined)}</p>
        </header>
        <main>
          ${renderFacts(certified)} ${renderDecision(certified)} ${renderWordings(proofs)} ${renderChain(proofs)}
          ${howToVerify(certified)}
        </main>
        <footer>
          Made for ${account.name} by Ringtrail ${version} at ${renderMoment(madeAt)}. Facts with citations, not legal
          advice.
        </footer>
      </body>
    </html>`;
}

function renderDecision({ proofs, law }: CertifiedCall): Markup {
  const { decision } = proofs.at(-1) ?? proofs[0];
  const nameOf = (place: string) => law?.places.get(place)?.name ?? place;
  const { headline, lines, authorities } = explainRecording(decision, nameOf);
  const { governing, considered, readings, ruleSet } = decision;
  const inputs = proofs[0].facts?.inputs;
  return html`<section>
    <h2>What was decided, and why</h2>
    ${inputs === undefined ? "" : html`<p class="faint">${sayInputs(inputs, nameOf)}</p>`}
    <p>
      <strong>${headline}</strong>
      ${sayGoverning(governing, nameOf)}
    </p>
    <ul>
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>
    <p class="faint">
      ${considered.map((place) => sayConsidered(place, nameOf)).join(" ")}
      ${sayReading("placeOfRecording", readings.placeOfRecording)} ${sayReading("callerLaw", readings.callerLaw)}
    </p>
    <p>Authorities: ${authorities.join("; ")}.</p>
    <p>
      Rule set: ${ruleSet.name} ${ruleSet.version}${ruleSet.asOf === "" ? "" : `, as of ${ruleSet.asOf}`}.
      <span class="hash">${ruleSet.hash}</span>
    </p>
  </section>`;
}

function howToVerify({ account, recording }: CertifiedCall): Markup {
  return html`<section>
    <h2>How to verify it</h2>
    <ol>
      <li>
        Take the JSON proof that travels with this page and run <code>ringtrail consent verify --file proof.json</code>.
        Each hash is the SHA-256 of the proof's other fields as JSON with its keys in alphabetical order and no spaces;
        any tool can work it out.
      </li>
      <li>
        Ask ${account.name} for the account's chain (<code>ringtrail export</code>) and run the same command on it:
        every hash above must stand there under its number.
      </li>
      ${
        recording === undefined
          ? ""
          : html`<li>Run <code>sha256sum</code> on the sound: it must give the recording's hash above.</li>`
      }
    </ol>
  </section>`;
}
