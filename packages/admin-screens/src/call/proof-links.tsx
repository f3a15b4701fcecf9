import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { useHost } from "../frame/host.tsx";
import { ProofWay } from "./proof-way.tsx";

/** The proofs to keep: a page that prints, and a file that anybody can verify. */
export function ProofLinks(props: { readonly call: string }): ReactNode {
  const { proofHref, saveProof } = useHost();
  if (proofHref === undefined && saveProof === undefined) return null;
  return (
    <p className="rt-proof-links">
      <ProofWay call={props.call} form="certificate">
        {__("Certificate", "ringtrail")}
      </ProofWay>{" "}
      <span className="rt-faint">
        {proofHref === undefined
          ? __("(a page that prints, as a file)", "ringtrail")
          : __("(a page that prints, in a new tab)", "ringtrail")}
      </span>{" "}
      <ProofWay call={props.call} form="proof">
        {__("Proof as a file", "ringtrail")}
      </ProofWay>
    </p>
  );
}
