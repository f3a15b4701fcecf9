import type { FormList } from "@ringtrail/api-contract";
import { useInfiniteQuery } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { zoneHere } from "../destinations/zone-here.ts";
import { formatDateTime } from "../format/format-time.ts";
import { useHost, type FormsApi } from "../frame/host.tsx";
import { Blank } from "../parts/blank.tsx";
import { Card } from "../parts/card.tsx";
import { Earlier } from "../parts/earlier.tsx";
import { lastDays } from "../parts/last-days.ts";
import { Loaded } from "../parts/loaded.tsx";
import { channelWords } from "../words/channel-words.ts";
import { touchWords } from "../words/touch-words.ts";

const perPage = 50;

/** The newest forms, page by page. What somebody wrote in them is with whoever runs the form, and not here. */
export function FormsCard(props: { readonly api: FormsApi; readonly count: number }): ReactNode {
  const { api, count } = props;
  const { timeZone } = useHost();
  const [now] = useState(() => Date.now());
  const days = lastDays(count, now, timeZone ?? zoneHere());
  const list = useInfiniteQuery({
    queryKey: ["forms", days],
    queryFn: ({ pageParam }) => api.forms({ ...days, cursor: pageParam, limit: perPage }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  });
  return (
    <Card title={__("Forms sent", "ringtrail")} aside={__("What was written in them is not kept here", "ringtrail")}>
      <Loaded query={list}>
        {({ pages }) => {
          const forms = pages.flatMap((page) => page.forms);
          return forms.length === 0 ? (
            <Blank
              title={__("No forms in these days", "ringtrail")}
              words={__("The script tells of forms on your pages; a server tells of them by the API.", "ringtrail")}
            />
          ) : (
            <FormTable forms={forms} />
          );
        }}
      </Loaded>
      <Earlier list={list}>{__("Earlier ones", "ringtrail")}</Earlier>
    </Card>
  );
}

function FormTable(props: { readonly forms: FormList["forms"] }): ReactNode {
  const { locale, timeZone } = useHost();
  const [sent, page, came] = [__("Sent", "ringtrail"), __("Page", "ringtrail"), __("How they came", "ringtrail")];
  return (
    <table className="rt-sales">
      <thead>
        <tr>
          <th scope="col">{__("Form", "ringtrail")}</th>
          <th scope="col">{sent}</th>
          <th scope="col">{page}</th>
          <th scope="col">{came}</th>
        </tr>
      </thead>
      <tbody>
        {props.forms.map((form) => (
          <tr key={form.id}>
            <th scope="row">
              {form.name} <span className="rt-faint rt-break">{form.site.name}</span>
            </th>
            <td data-name={sent}>{formatDateTime(Date.parse(form.sentAt), locale, timeZone)}</td>
            <td data-name={page} className="rt-break">
              {form.page ?? "–"}
            </td>
            <td data-name={came}>
              {form.touch === undefined ? __("No visit known", "ringtrail") : channelWords(form.touch.channel)}
              {form.touch === undefined ? null : <span className="rt-faint">{touchWords(form.touch).origin}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
