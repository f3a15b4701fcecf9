import { meansInShort, sayProof } from "@ringtrail/api-contract";
import type { Proof } from "@ringtrail/core/consent";
import { html } from "hono/html";
import type { Markup } from "../openapi/render-fields.ts";
import type { Proofs } from "./certified-call.ts";
import { renderMoment } from "./render-facts.ts";

/** Every wording that was said, once, with its language and hash. */
export function renderWordings(proofs: Proofs): Markup {
  const byHash = new Map(proofs.map((proof) => [proof.wordingSha256, proof]));
  return html`<section>
    <h2>What was said</h2>
    ${[...byHash.values()].map(
      ({ wording, language, wordingSha256 }) =>
        html`<blockquote lang="${language}">${wording}</blockquote>
          <p class="faint">In ${language}. SHA-256 of the words: <span class="hash">${wordingSha256}</span></p>`,
    )}
  </section>`;
}

/** The call's links in the account's chain. */
export function renderChain(proofs: Proofs): Markup {
  return html`<section>
    <h2>What happened, as it was written down then</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">No.</th>
          <th scope="col">When</th>
          <th scope="col">What</th>
        </tr>
      </thead>
      <tbody>
        ${proofs.map(renderLink)}
      </tbody>
    </table>
    <p class="faint">
      Numbers and hashes are those of the account's append-only chain. The first of these follows
      <span class="hash">${proofs[0].previousHash}</span>
    </p>
  </section>`;
}

function renderLink(proof: Proof): Markup {
  return html`<tr>
    <td>${proof.sequence}</td>
    <td>${renderMoment(proof.at)}</td>
    <td>
      ${sayProof(proof)} <span class="faint">${meansInShort[proof.decision.applied]}.</span><br />
      <span class="hash">${proof.hash}</span>
    </td>
  </tr>`;
}
