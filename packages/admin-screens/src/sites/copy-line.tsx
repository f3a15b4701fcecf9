import { Button } from "@wordpress/components";
import { __ } from "@wordpress/i18n";
import { useRef, type ReactNode } from "react";
import { Field } from "../parts/field.tsx";
import { useCopy } from "../parts/use-copy.ts";

/** A line to be copied elsewhere. Where a page may not write to the clipboard it is marked, to be copied by hand. */
export function CopyLine(props: { readonly label: string; readonly text: string }): ReactNode {
  const { label, text } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const { copy, said } = useCopy(text, () => field.current?.select());
  return (
    <div className="rt-copy">
      <Field label={label}>
        {(attributes) => <textarea {...attributes} ref={field} className="rt-mono" readOnly rows={2} value={text} />}
      </Field>
      <div className="rt-save">
        <Button variant="secondary" onClick={copy} __next40pxDefaultSize>
          {__("Copy", "ringtrail")}
        </Button>
        <span role="status" className="rt-faint">
          {said}
        </span>
      </div>
    </div>
  );
}
