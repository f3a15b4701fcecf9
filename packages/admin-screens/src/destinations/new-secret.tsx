import type { DestinationShown } from "@ringtrail/api-contract";
import { useMutation } from "@tanstack/react-query";
import { Button, Notice } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { formatDateTime } from "../format/format-time.ts";
import { useHost, type DestinationsApi } from "../frame/host.tsx";
import { Field } from "../parts/field.tsx";
import { failureWords } from "../words/failure-words.ts";
import { SecretOnce } from "./secret-once.tsx";

/** Gives a webhook a new secret; the old one signs beside it until the receiver knows the new one. */
export function NewSecret(props: {
  readonly api: DestinationsApi;
  readonly destination: DestinationShown;
  readonly onDone: () => void;
}): ReactNode {
  const { api, destination, onDone } = props;
  const { locale, timeZone } = useHost();
  const [hours, setHours] = useState(24);
  const replacing = useMutation({ mutationFn: () => api.replaceDestinationSecret(destination.id, hours) });
  if (replacing.data !== undefined) {
    const { secret, oldUntil } = replacing.data;
    const note =
      hours === 0
        ? __("The old one signs no more.", "ringtrail")
        : /* translators: %s: a date and time. */
          sprintf(
            __("The old one signs beside it until %s.", "ringtrail"),
            formatDateTime(Date.parse(oldUntil), locale, timeZone),
          );
    return <SecretOnce name={destination.name} secret={secret} note={note} onKept={onDone} />;
  }
  return (
    <div className="rt-form">
      <Field label={__("The old secret signs beside the new one", "ringtrail")}>
        {(attributes) => (
          <select {...attributes} value={hours} onChange={(event) => setHours(Number(event.target.value))}>
            <option value={24}>{__("For a day", "ringtrail")}</option>
            <option value={168}>{__("For a week", "ringtrail")}</option>
            <option value={0}>{__("No longer: somebody else knows it", "ringtrail")}</option>
          </select>
        )}
      </Field>
      {replacing.error === null ? null : (
        <Notice status="error" isDismissible={false}>
          {failureWords(replacing.error).title}
        </Notice>
      )}
      <div className="rt-save">
        <Button
          variant="secondary"
          isBusy={replacing.isPending}
          onClick={() => replacing.mutate()}
          __next40pxDefaultSize
        >
          {__("Make a new secret", "ringtrail")}
        </Button>
      </div>
    </div>
  );
}
