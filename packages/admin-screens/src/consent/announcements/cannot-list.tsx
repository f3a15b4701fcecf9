import type { KeptCallFlow } from "@ringtrail/api-contract";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";

/** What the carriers of this site's numbers cannot do of its flow, said before anybody calls. */
export function CannotList(props: { readonly cannot: KeptCallFlow["cannot"] }): ReactNode {
  const { cannot } = props;
  if (cannot.length === 0) return null;
  return (
    <div className="rt-cannot">
      <p>{__("What your carrier cannot do", "ringtrail")}</p>
      <ul>
        {cannot.map(({ carrier, skill, step, words }) => (
          <li key={`${carrier} ${skill} ${step ?? ""}`}>{words}</li>
        ))}
      </ul>
    </div>
  );
}
