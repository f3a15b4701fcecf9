import type { RentedNumberShown } from "@ringtrail/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { formatMoney } from "../../format/format-money.ts";
import { formatPhone } from "../../format/format-phone.ts";
import { formatDateTime } from "../../format/format-time.ts";
import { useHost, type NumbersApi } from "../../frame/host.tsx";
import { Pill } from "../../parts/pill.tsx";
import { channelWords } from "../../words/channel-words.ts";
import { failureWords } from "../../words/failure-words.ts";
import { rentKeys } from "./rent-keys.ts";

/** One number at the carrier: what for, at what price, and its way back. */
export function RentedRow(props: {
  readonly api: NumbersApi;
  readonly number: RentedNumberShown;
  readonly poolName: string | undefined;
  /** Calls reach it although nobody is shown it. */
  readonly isFlagged: boolean;
}): ReactNode {
  const { api, number, poolName, isFlagged } = props;
  const { id, e164, state, role, slice, touch, monthly, restsUntil } = number;
  const { locale, timeZone } = useHost();
  const queries = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const releasing = useMutation({
    mutationFn: () => api.releaseNumber(id),
    onSuccess: () => setAsked(false),
    onSettled: () => {
      for (const queryKey of [rentKeys.numbers, ["pools"], ["sites"]]) void queries.invalidateQueries({ queryKey });
    },
  });
  const phone = formatPhone(e164);
  return (
    <li className="rt-change">
      <div>
        <strong>{phone}</strong>
        <span className="rt-pills">
          {state === "in_use" ? null : (
            <Pill tone="plain">{state === "resting" ? __("Resting", "ringtrail") : __("Given back", "ringtrail")}</Pill>
          )}
          {isFlagged ? <Pill tone="bad">{__("Flagged", "ringtrail")}</Pill> : null}
        </span>
      </div>
      <div>
        <p>
          {role === "pool"
            ? `${poolName ?? __("Pool", "ringtrail")} · ${channelWords(slice ?? "any")}`
            : `${__("Source", "ringtrail")} · ${touch?.campaign ?? touch?.source ?? ""}`}{" "}
          <span className="rt-faint">
            {monthly === undefined ? null : `${formatMoney(monthly, locale)} ${__("a month", "ringtrail")}`}
          </span>
        </p>
        {restsUntil === undefined ? null : (
          <p className="rt-soft">
            {
              /* translators: %s: a date and time. */
              sprintf(
                __("Its calls still reach the business until it is given back at %s.", "ringtrail"),
                formatDateTime(Date.parse(restsUntil), locale, timeZone),
              )
            }
          </p>
        )}
        {state === "in_use" && !isAsked ? (
          <div className="rt-ways">
            <Button
              variant="link"
              // translators: %s: a phone number.
              aria-label={sprintf(__("Give back: %s", "ringtrail"), phone)}
              onClick={() => setAsked(true)}
            >
              {__("Give back", "ringtrail")}
            </Button>
          </div>
        ) : null}
        {isAsked ? (
          <div className="rt-save">
            <span>
              {__("It rests first, so that late callers still reach you, and then leaves your bill.", "ringtrail")}
            </span>
            <Button
              variant="secondary"
              isDestructive
              isBusy={releasing.isPending}
              onClick={() => releasing.mutate()}
              __next40pxDefaultSize
            >
              {__("Give it back", "ringtrail")}
            </Button>
            <Button variant="tertiary" onClick={() => setAsked(false)} __next40pxDefaultSize>
              {__("Keep it", "ringtrail")}
            </Button>
          </div>
        ) : null}
        <span role="status" className="rt-faint">
          {releasing.error === null ? null : failureWords(releasing.error).title}
        </span>
      </div>
    </li>
  );
}
