import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";

/** The owner's own home page as somebody sees it who comes from a Google ad and has not answered the consent question. */
export function SwapPreview(props: { readonly preview: string }): ReactNode {
  return (
    <>
      <h2>{__("What a visitor from Google Ads sees", "ringtrail")}</h2>
      <p>
        {__("Your home page with the number of that source. Nothing is lent or stored for this look.", "ringtrail")}
      </p>
      <iframe
        id="ringtrail-preview"
        title={__("Your home page with swapped numbers", "ringtrail")}
        src={props.preview}
        style={{ width: "100%", height: 420, border: "1px solid #c3c4c7" }}
      />
    </>
  );
}
