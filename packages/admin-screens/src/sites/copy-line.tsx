import { Button } from "@wordpress/components";
import { __ } from "@wordpress/i18n";
import { useRef, useState, type ReactNode } from "react";
import { Field } from "../parts/field.tsx";

/** A line to be copied elsewhere. Where a page may not write to the clipboard it is marked, to be copied by hand. */
export function CopyLine(props: { readonly label: string; readonly text: string }): ReactNode {
  const { label, text } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<"yes" | "by_hand" | undefined>(undefined);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied("yes");
    } catch {
      field.current?.select();
      setCopied("by_hand");
    }
  };
  return (
    <div className="rt-copy">
      <Field label={label}>
        {(attributes) => <textarea {...attributes} ref={field} className="rt-mono" readOnly rows={2} value={text} />}
      </Field>
      <div className="rt-save">
        <Button variant="secondary" onClick={() => void copy()} __next40pxDefaultSize>
          {__("Copy", "ringtrail")}
        </Button>
        <span role="status" className="rt-faint">
          {copied === "yes" ? __("Copied.", "ringtrail") : null}
          {copied === "by_hand" ? __("It is marked: copy it with Ctrl+C or ⌘C.", "ringtrail") : null}
        </span>
      </div>
    </div>
  );
}
