import type { OfferedNumberShown, OfferFilter } from "@ringtrail/api-contract";
import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { formatMoney } from "../../format/format-money.ts";
import { formatPhone } from "../../format/format-phone.ts";
import { useHost } from "../../frame/host.tsx";
import { Field } from "../../parts/field.tsx";
import { SaveRow } from "../../parts/save-row.tsx";

const kinds = ["local", "toll_free", "mobile"] as const;

/** Asks the carrier for numbers. What a search cannot mean is said beside the field before it is asked. */
export function OfferSearch(props: {
  readonly isBusy: boolean;
  readonly onSearch: (filter: OfferFilter) => void;
}): ReactNode {
  const [draft, setDraft] = useState({ country: "US", kind: "local", areaCode: "", locality: "" });
  const [wasPressed, setWasPressed] = useState(false);
  const countryWrong = !/^[A-Za-z]{2}$/.test(draft.country.trim());
  const areaWrong = !/^(\d{3})?$/.test(draft.areaCode.trim());
  const text = (part: "country" | "areaCode" | "locality", label: string, hint: string, wrong?: string): ReactNode => (
    <Field label={label} hint={hint} problem={wasPressed ? wrong : undefined}>
      {(attributes) => (
        <input
          {...attributes}
          type="text"
          autoComplete="off"
          value={draft[part]}
          onChange={(event) => setDraft({ ...draft, [part]: event.target.value })}
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
        if (countryWrong || areaWrong || props.isBusy) return;
        const { country, areaCode, locality, kind } = draft;
        const given = (value: string): string | undefined => (value.trim() === "" ? undefined : value.trim());
        props.onSearch({
          country: country.trim().toUpperCase(),
          kind: kinds.find((one) => one === kind),
          areaCode: given(areaCode),
          locality: given(locality),
        });
      }}
    >
      <div className="rt-wording-pair">
        {text(
          "country",
          __("Country", "ringtrail"),
          __("Two letters: US, CA, GB.", "ringtrail"),
          countryWrong ? __("Write the country’s two letters, such as US.", "ringtrail") : undefined,
        )}
        <Field label={__("Kind", "ringtrail")}>
          {(attributes) => (
            <select
              {...attributes}
              value={draft.kind}
              onChange={(event) => setDraft({ ...draft, kind: event.target.value })}
            >
              <option value="local">{__("Local", "ringtrail")}</option>
              <option value="toll_free">{__("Toll-free", "ringtrail")}</option>
              <option value="mobile">{__("Mobile", "ringtrail")}</option>
            </select>
          )}
        </Field>
        {text(
          "areaCode",
          __("Area code", "ringtrail"),
          __("North America; left empty, any.", "ringtrail"),
          areaWrong ? __("Write three digits, or nothing.", "ringtrail") : undefined,
        )}
        {text("locality", __("Town", "ringtrail"), __("Left empty, any.", "ringtrail"))}
      </div>
      <SaveRow does={__("Search", "ringtrail")} isBusy={props.isBusy} isSecondary />
    </form>
  );
}

/** What the carrier has, each with its price. */
export function OfferList(props: {
  readonly offers: readonly OfferedNumberShown[];
  readonly chosen: string | undefined;
  readonly onChoose: (offer: OfferedNumberShown) => void;
}): ReactNode {
  const { offers, chosen, onChoose } = props;
  const { locale } = useHost();
  if (offers.length === 0) {
    return <p className="rt-soft">{__("The carrier has none like that. Search wider.", "ringtrail")}</p>;
  }
  return (
    <fieldset className="rt-ticks rt-offers">
      <legend>{__("Choose a number", "ringtrail")}</legend>
      {offers.map((offer) => (
        <label key={offer.e164}>
          <input type="radio" name="offer" checked={offer.e164 === chosen} onChange={() => onChoose(offer)} />
          <span>
            <strong>{formatPhone(offer.e164)}</strong>{" "}
            <span className="rt-soft">{[offer.locality, offer.region].filter(Boolean).join(", ")}</span>{" "}
            <span className="rt-faint">
              {offer.monthly === undefined
                ? __("price unknown", "ringtrail")
                : `${formatMoney(offer.monthly, locale)} ${__("a month", "ringtrail")}`}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
