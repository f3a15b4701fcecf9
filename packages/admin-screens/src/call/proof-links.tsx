import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { useHost } from "../frame/host.tsx";

/** The proofs to keep: a page that prints, and a file that anybody can verify. */
export function ProofLinks(props: { readonly call: string }): ReactNode {
  const { proofHref } = useHost();
  if (proofHref === undefined) return null;
  return (
    <p>
      <a href={proofHref(props.call, "certificate")} target="_blank" rel="noopener">
        {__("Certificate", "ringtrail")}
      </a>{" "}
      <span className="rt-faint">{__("(a page that prints, in a new tab)", "ringtrail")}</span>{" "}
      <a href={proofHref(props.call, "proof")} download={`proof-${props.call}.json`}>
        {__("Proof as a file", "ringtrail")}
      </a>
    </p>
  );
}
