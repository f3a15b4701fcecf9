import type { CheckedCitation } from "@ringtrail/api-contract";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";

/** Authorities, each with how well it was checked and where it was read. */
export function CitationList(props: { readonly citations: readonly CheckedCitation[] }): ReactNode {
  return (
    <ul className="rt-authorities" aria-label={__("Authorities", "ringtrail")}>
      {props.citations.map((citation) => (
        <li key={`${citation.of} ${citation.text}`}>
          <span>{citation.text}</span> <CheckedMark citation={citation} />
          <Sources addresses={citation.sources.filter((source) => source.startsWith("https://"))} />
        </li>
      ))}
    </ul>
  );
}

const marks: Readonly<Record<string, string>> = {
  read: "✓",
  "read-address-not-kept": "✓",
  "list-corroborated": "≈",
  "statute-known": "≈",
  "own-rule": "•",
};

/** How well a fact was checked, in the server's words, with a mark to find it by. */
export function CheckedMark(props: { readonly citation: CheckedCitation }): ReactNode {
  const { verification, checked, asOf } = props.citation;
  return (
    <span className="rt-checked" data-verification={verification}>
      <span aria-hidden="true">{marks[verification] ?? "?"}</span> {checked}
      {asOf === "" ? "" : `, ${asOf}`}
    </span>
  );
}

function Sources(props: { readonly addresses: readonly string[] }): ReactNode {
  if (props.addresses.length === 0) return null;
  return (
    <span className="rt-sources">
      {props.addresses.map((address) => (
        <a key={address} href={address} rel="noopener noreferrer" target="_blank">
          {new URL(address).host}
        </a>
      ))}
    </span>
  );
}
