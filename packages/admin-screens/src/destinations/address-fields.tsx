import { __ } from "@wordpress/i18n";
import { useId, type ReactNode } from "react";
import { Field } from "../parts/field.tsx";
import type { DestinationDraft } from "./destination-draft.ts";
import type { DestinationPart } from "./destination-problem.ts";

interface Fields {
  readonly draft: DestinationDraft;
  readonly isNew: boolean;
  readonly problemOf: (part: DestinationPart) => string | undefined;
  readonly onWrite: (change: Partial<DestinationDraft>) => void;
}

/** Where it is sent, and what only its kind has: callers for machines, quiet hours for people. */
export function AddressFields(props: Fields): ReactNode {
  const { draft, isNew, problemOf, onWrite } = props;
  if (draft.kind === "email") {
    return (
      <>
        <Field label={__("Mail address", "ringtrail")} problem={problemOf("to")}>
          {(attributes) => (
            <input
              {...attributes}
              type="email"
              aria-required
              value={draft.to}
              onChange={(event) => onWrite({ to: event.target.value })}
            />
          )}
        </Field>
        <QuietHours {...props} />
      </>
    );
  }
  const isSlack = draft.kind === "slack";
  return (
    <>
      <Field
        label={isSlack ? __("Address of Slack's incoming webhook", "ringtrail") : __("Address", "ringtrail")}
        hint={addressHint(isSlack, isNew)}
        problem={problemOf("url")}
      >
        {(attributes) => (
          <input
            {...attributes}
            type="url"
            aria-required={isNew || !isSlack}
            autoComplete="off"
            value={draft.url}
            onChange={(event) => onWrite({ url: event.target.value })}
          />
        )}
      </Field>
      {isSlack ? <QuietHours {...props} /> : <CallersToo draft={draft} onWrite={onWrite} />}
    </>
  );
}

function addressHint(isSlack: boolean, isNew: boolean): string {
  if (!isSlack) return __("Events are posted there: https://crm.example.com/hooks.", "ringtrail");
  if (isNew) return __("Slack gives it for one channel. It is kept sealed and never shown again.", "ringtrail");
  return __("Sealed and never shown. Left empty, it stays as it is.", "ringtrail");
}

function CallersToo(props: Pick<Fields, "draft" | "onWrite">): ReactNode {
  const { draft, onWrite } = props;
  return (
    <div className="rt-ticks">
      <label>
        <input
          type="checkbox"
          checked={draft.sendsCaller}
          onChange={(event) => onWrite({ sendsCaller: event.target.checked })}
        />
        <span>
          {__("Send callers’ numbers and names too", "ringtrail")}{" "}
          <span className="rt-faint">{__("Never those of a site in healthcare mode.", "ringtrail")}</span>
        </span>
      </label>
    </div>
  );
}

function QuietHours({ draft, problemOf, onWrite }: Fields): ReactNode {
  const zones = useId();
  const time = (part: "quietFrom" | "quietTo", label: string): ReactNode => (
    <Field label={label} problem={problemOf(part)}>
      {(attributes) => (
        <input
          {...attributes}
          type="time"
          value={draft[part]}
          onChange={(event) => onWrite({ [part]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <>
      <div className="rt-wording-pair">
        {time("quietFrom", __("Quiet from", "ringtrail"))}
        {time("quietTo", __("Quiet until", "ringtrail"))}
      </div>
      <Field
        label={__("Time zone", "ringtrail")}
        hint={__("What happens in the quiet hours is told when they end.", "ringtrail")}
        problem={problemOf("timeZone")}
      >
        {(attributes) => (
          <input
            {...attributes}
            type="text"
            list={zones}
            value={draft.timeZone}
            onChange={(event) => onWrite({ timeZone: event.target.value.trim() })}
          />
        )}
      </Field>
      <datalist id={zones}>
        {Intl.supportedValuesOf("timeZone").map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
