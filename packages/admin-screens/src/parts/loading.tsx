import { Spinner } from "@wordpress/components";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";

/** Something is on its way. */
export function Loading(): ReactNode {
  return (
    <div className="rt-loading" role="status">
      <Spinner />
      {__("Loading…", "ringtrail")}
    </div>
  );
}
