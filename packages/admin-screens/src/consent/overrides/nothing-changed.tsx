import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";

/** Said where no rule was changed. */
export function NothingChanged(): ReactNode {
  return (
    <p className="rt-soft">
      {__("You have changed no rule: every place is answered by the law as we keep it.", "ringtrail")}
    </p>
  );
}
