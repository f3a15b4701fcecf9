import { meansInShort, sayProof, sayProofFacts } from "@ringtrail/api-contract";
import type { Proof, ProofFacts } from "@ringtrail/core/consent";
import { html } from "hono/html";
import type { Markup } from "../openapi/render-fields.ts";
import type { Proofs } from "./certified-call.ts";
import { renderMoment, sayMoment } from "./render-facts.ts";

/** Proofs whose wording somebody heard. The others carry the words that were to be said. */
const spoken: readonly Proof["kind"][] = ["heard", "agreed", "declined", "refused", "repeated", "told"];

/** Every wording that was said, once, with its language and hash; where nothing was, what was to be said. */
export function renderWordings(proofs: Proofs): Markup {
  const said = proofs.filter(({ kind, facts }) => spoken.includes(kind) && facts?.told !== "standing");
  const byHash = new Map((said.length > 0 ? said : proofs).map((proof) => [proof.wordingSha256, proof]));
  return html`<section>
    <h2>${said.length > 0 ? "What was said" : "What was to be said, and is not proved to have been"}</h2>
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
        ${proofs.map((proof, nth) => renderLink(proof, nth, proofs))}
      </tbody>
    </table>
    <p class="faint">
      Numbers and hashes are those of the account's append-only chain. The first of these follows
      <span class="hash">${proofs[0].previousHash}</span>
    </p>
  </section>`;
}

function renderLink(proof: Proof, nth: number, all: readonly Proof[]): Markup {
  const { sequence, kind, at, hash, decision } = proof;
  const { applied } = decision;
  const isNew = all[nth - 1]?.decision.applied !== applied;
  return html`<tr>
    <td>${sequence}</td>
    <td class="when">${renderMoment(at)}</td>
    <td>
      ${sayProof({ kind })} ${sayProofFacts(factsBeside(proof), sayMoment).join(" ")}
      ${isNew ? html`<span class="faint">${meansInShort[applied]}.</span>` : ""}<br />
      <span class="hash">${hash}</span>
    </td>
  </tr>`;
}

/** The row says its own instant already. */
function factsBeside({ at, facts = {} }: Proof): ProofFacts {
  const { startedAt, finishedAt, ...rest } = facts;
  return startedAt === at && finishedAt === undefined ? rest : facts;
}
