import { Button } from "@wordpress/components";
import type { ReactNode } from "react";

/** The last row of a form: the button that sends it, and what came of it, told also to those who only hear the page. */
export function SaveRow(props: {
  /** What the button does, as it says itself. */
  readonly does: string;
  readonly isBusy: boolean;
  /** Where the page has another form that matters more. */
  readonly isSecondary?: boolean;
  readonly said?: string | undefined;
}): ReactNode {
  const { does, isBusy, isSecondary = false, said } = props;
  return (
    <div className="rt-save">
      <Button type="submit" variant={isSecondary ? "secondary" : "primary"} isBusy={isBusy} __next40pxDefaultSize>
        {does}
      </Button>
      <span role="status" className="rt-faint">
        {said}
      </span>
    </div>
  );
}
