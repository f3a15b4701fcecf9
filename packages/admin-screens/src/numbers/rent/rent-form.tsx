import type { OfferedNumberShown, OfferFilter, PoolState, SiteSummary } from "@ringtrail/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { formatMoney } from "../../format/format-money.ts";
import { formatPhone } from "../../format/format-phone.ts";
import { useHost, type NumbersApi } from "../../frame/host.tsx";
import { FormFailure } from "../../settings/form-failure.tsx";
import { formProblem } from "../../settings/form-problem.ts";
import { OfferList, OfferSearch } from "./offer-search.tsx";
import { firstPurpose, purposeOf, sourceWords } from "./purpose-draft.ts";
import { PurposeFields } from "./purpose-fields.tsx";
import { rentKeys } from "./rent-keys.ts";

/** Rents a number: search, choose, say what for, see the price, and then rent it. Pressed twice, it is rented once. */
export function RentForm(props: {
  readonly api: NumbersApi;
  readonly pools: readonly PoolState[];
  readonly sites: readonly SiteSummary[];
}): ReactNode {
  const { api, pools, sites } = props;
  const { locale } = useHost();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(firstPurpose(pools, sites));
  const [chosen, setChosen] = useState<OfferedNumberShown | undefined>(undefined);
  const searching = useMutation({ mutationFn: (filter: OfferFilter) => api.availableNumbers(filter) });
  const renting = useMutation({
    mutationFn: (offer: OfferedNumberShown) =>
      api.buyNumber(
        // The server asks the carrier again and rents nothing for more than what stood on the screen.
        { e164: offer.e164, purpose: purposeOf(draft), ...(offer.monthly && { monthly: offer.monthly }) },
        `rent-${offer.e164}-${draft.into}`,
      ),
    onSuccess: () => {
      setChosen(undefined);
      searching.reset();
      for (const queryKey of [rentKeys.numbers, ["pools"], ["sites"]]) void queries.invalidateQueries({ queryKey });
    },
  });
  const problem = formProblem(renting.error ?? searching.error, { purpose: __("Choose what it is for.", "ringtrail") });
  const price = chosen?.monthly === undefined ? undefined : formatMoney(chosen.monthly, locale);
  return (
    <details className="rt-how">
      <summary>{__("Rent a number", "ringtrail")}</summary>
      <div className="rt-form rt-own-form">
        <OfferSearch
          isBusy={searching.isPending}
          onSearch={(filter) => {
            setChosen(undefined);
            renting.reset();
            searching.mutate(filter);
          }}
        />
        {searching.data === undefined ? null : (
          <OfferList offers={searching.data.offers} chosen={chosen?.e164} onChoose={setChosen} />
        )}
        {chosen === undefined ? null : (
          <form
            className="rt-form"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              if (!renting.isPending) renting.mutate(chosen);
            }}
          >
            <PurposeFields
              draft={draft}
              pools={pools}
              sites={sites}
              problem={problem?.part === "purpose" ? problem.words : undefined}
              onWrite={(change) => {
                if (!renting.isPending) renting.reset();
                setDraft({ ...draft, ...change });
              }}
            />
            <div className="rt-save">
              <Button type="submit" variant="primary" isBusy={renting.isPending} __next40pxDefaultSize>
                {price === undefined
                  ? /* translators: %s: a phone number. */
                    sprintf(__("Rent %s at the carrier’s price", "ringtrail"), formatPhone(chosen.e164))
                  : /* translators: 1: a phone number; 2: a price. */
                    sprintf(__("Rent %1$s for %2$s a month", "ringtrail"), formatPhone(chosen.e164), price)}
              </Button>
            </div>
          </form>
        )}
        <FormFailure problem={problem} />
        <p role="status" className="rt-soft">
          {renting.data === undefined
            ? null
            : `${sprintf(
                /* translators: %s: a phone number. */
                __("%s is yours.", "ringtrail"),
                formatPhone(renting.data.e164),
              )} ${renting.data.role === "source" ? sourceWords(draft.kind).how : ""}`}
        </p>
      </div>
    </details>
  );
}
