import { Button } from "@wordpress/components";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";

/** The end of a form that keeps what is typed in it, and that it was kept. */
export function SaveRow(props: { readonly isBusy: boolean; readonly isKept: boolean }): ReactNode {
  return (
    <div className="rt-save">
      <Button type="submit" variant="primary" isBusy={props.isBusy} __next40pxDefaultSize>
        {__("Save", "ringtrail")}
      </Button>
      <span role="status" className="rt-faint">
        {props.isKept ? __("Saved.", "ringtrail") : null}
      </span>
    </div>
  );
}
