import type { DeliveryShown } from "@ringtrail/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatDateTime } from "../format/format-time.ts";
import { useHost, type DestinationsApi } from "../frame/host.tsx";
import { Link } from "../parts/link.tsx";
import { Pill } from "../parts/pill.tsx";
import { failureWords } from "../words/failure-words.ts";
import { stateWords, tryWords } from "./delivery-words.ts";
import { deliveriesKey } from "./destinations-key.ts";
import { eventWords } from "./kind-words.ts";

/** One sending; opened it shows the request and every answer. */
export function DeliveryRow(props: {
  readonly api: DestinationsApi;
  readonly delivery: DeliveryShown;
  readonly to: string | undefined;
}): ReactNode {
  const { delivery, to } = props;
  const { event, why, state, createdAt, dueAt, request, tries } = delivery;
  const { locale, timeZone } = useHost();
  const { words, tone } = stateWords(state);
  const time = (at: string): string => formatDateTime(Date.parse(at), locale, timeZone);
  const isOfCall = event.type === "voicemail" || event.type.startsWith("call.");
  return (
    <li>
      <details>
        <summary>
          <span className="rt-log-line">
            <Pill tone={tone}>{words}</Pill>
            <strong>{eventWords(event.type)}</strong>
            <span className="rt-soft rt-break">{to}</span>
            <span className="rt-faint">
              {time(createdAt)}
              {why === "replay" ? ` · ${__("sent again", "ringtrail")}` : null}
            </span>
          </span>
        </summary>
        <div className="rt-log-more">
          <p className="rt-faint">
            <code>{event.type}</code> · <span className="rt-mono rt-break">{event.id}</span>
          </p>
          {isOfCall ? (
            <Link to={{ screen: "call", call: event.subject }}>{__("See the call", "ringtrail")}</Link>
          ) : null}
          {request === undefined ? null : (
            <>
              <h3>{__("Sent", "ringtrail")}</h3>
              <pre className="rt-mono" tabIndex={0}>
                {request}
              </pre>
            </>
          )}
          <h3>{__("Answered", "ringtrail")}</h3>
          {tries.length === 0 ? <p className="rt-soft">{__("It was not tried yet.", "ringtrail")}</p> : null}
          <ol className="rt-log-tries">
            {tries.map((one) => (
              <li key={one.at}>
                <p>
                  {time(one.at)} · {tryWords(one)}
                </p>
                {one.answer === undefined || one.answer === "" ? null : (
                  <pre className="rt-mono" tabIndex={0}>
                    {one.answer}
                    {one.isCut === true ? "…" : null}
                  </pre>
                )}
              </li>
            ))}
          </ol>
          {state === "waiting" && dueAt !== undefined ? (
            <p className="rt-soft">
              {
                /* translators: %s: a date and time. */
                sprintf(__("It is tried next at %s.", "ringtrail"), time(dueAt))
              }
            </p>
          ) : (
            <SendAgain {...props} />
          )}
        </div>
      </details>
    </li>
  );
}

function SendAgain(props: { readonly api: DestinationsApi; readonly delivery: DeliveryShown }): ReactNode {
  const { api, delivery } = props;
  const queries = useQueryClient();
  const sending = useMutation({
    mutationFn: () => api.replayDelivery(delivery.id),
    onSuccess: () => void queries.invalidateQueries({ queryKey: deliveriesKey }),
  });
  return (
    <div className="rt-save">
      <Button variant="secondary" isBusy={sending.isPending} onClick={() => sending.mutate()} __next40pxDefaultSize>
        {__("Send it again", "ringtrail")}
      </Button>
      <span role="status" className="rt-faint">
        {sending.error === null ? null : failureWords(sending.error).title}
        {sending.data === undefined
          ? null
          : sending.data.deliveries === 0
            ? __("It is on its way already.", "ringtrail")
            : __("It is sent again, under the event’s own id.", "ringtrail")}
      </span>
    </div>
  );
}
