import { Button } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import { useEffect, useRef, type ReactNode } from "react";
import { Field } from "../parts/field.tsx";
import { useCopy } from "../parts/use-copy.ts";

/** A secret the server shows this once, to be copied. It stays until somebody says that it is kept. */
export function SecretOnce(props: {
  /** Whose secret it is; or all of what stands above it. */
  readonly name?: string;
  readonly label?: string;
  readonly secret: string;
  readonly note: string;
  readonly onKept: () => void;
}): ReactNode {
  const { name = "", label, secret, note, onKept } = props;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const { copy, said } = useCopy(secret, () => field.current?.select());
  return (
    <div className="rt-secret">
      <Field
        // translators: %s: the name of a destination or of an API key.
        label={label ?? sprintf(__("The secret of %s, shown this once", "ringtrail"), name)}
        hint={note}
      >
        {(attributes) => (
          <input
            {...attributes}
            ref={field}
            type="text"
            className="rt-mono"
            readOnly
            value={secret}
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
        )}
      </Field>
      <div className="rt-save">
        <Button variant="primary" onClick={copy} __next40pxDefaultSize>
          {__("Copy", "ringtrail")}
        </Button>
        <Button variant="tertiary" onClick={onKept} __next40pxDefaultSize>
          {__("I have kept it", "ringtrail")}
        </Button>
        <span role="status" className="rt-faint">
          {said}
        </span>
      </div>
    </div>
  );
}
