import type { DestinationShown } from "@ringtrail/api-contract";
import { useMutation } from "@tanstack/react-query";
import { Button } from "@wordpress/components";
import { __, _n, sprintf } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import type { DestinationsApi } from "../frame/host.tsx";
import { Field } from "../parts/field.tsx";
import { failureWords } from "../words/failure-words.ts";

/** Sends everything of a period once more, under the events' own ids. Times are those of the person at the screen. */
export function SendPeriod(props: {
  readonly api: DestinationsApi;
  readonly destination: DestinationShown;
  readonly onSent: () => void;
}): ReactNode {
  const { api, destination, onSent } = props;
  const [written, setWritten] = useState({ from: "", before: "" });
  const [wasPressed, setWasPressed] = useState(false);
  const [from, before] = [Date.parse(written.from), Date.parse(written.before)];
  const sending = useMutation({
    mutationFn: () =>
      api.replayDeliveries(destination.id, {
        from: new Date(from).toISOString(),
        before: new Date(before).toISOString(),
      }),
    onSuccess: onSent,
  });
  const problemOf = (part: "from" | "before"): string | undefined => {
    if (!wasPressed) return undefined;
    if (Number.isNaN(part === "from" ? from : before)) return __("Choose a day and a time.", "ringtrail");
    return part === "before" && before <= from ? __("It must end after it begins.", "ringtrail") : undefined;
  };
  const moment = (part: "from" | "before", label: string): ReactNode => (
    <Field label={label} problem={problemOf(part)}>
      {(attributes) => (
        <input
          {...attributes}
          type="datetime-local"
          aria-required
          value={written[part]}
          onChange={(event) => {
            sending.reset();
            setWritten({ ...written, [part]: event.target.value });
          }}
        />
      )}
    </Field>
  );
  return (
    <form
      className="rt-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setWasPressed(true);
        if (before > from && !sending.isPending) sending.mutate();
      }}
    >
      <div className="rt-wording-pair">
        {moment("from", __("Events from", "ringtrail"))}
        {moment("before", __("Until", "ringtrail"))}
      </div>
      <div className="rt-save">
        <Button type="submit" variant="secondary" isBusy={sending.isPending} __next40pxDefaultSize>
          {__("Send them again", "ringtrail")}
        </Button>
        <span role="status" className="rt-faint">
          {sending.error === null ? null : failureWords(sending.error).title}
          {sending.data === undefined ? null : sentWords(sending.data.deliveries)}
        </span>
      </div>
    </form>
  );
}

function sentWords(count: number): string {
  if (count === 0) return __("Nothing was sent there in that time.", "ringtrail");
  /* translators: %d: how many events. */
  return sprintf(_n("%d event is sent again.", "%d events are sent again.", count, "ringtrail"), count);
}
