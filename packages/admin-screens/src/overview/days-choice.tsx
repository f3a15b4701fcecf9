import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { useHost } from "../frame/host.tsx";
import type { OverviewDays } from "../frame/place.ts";
import { ownDays, usualDays } from "./usual-days.ts";
import { DayFields } from "./day-fields.tsx";

/** Which days, and what they are compared with. Each choice is an address of its own. */
export function DaysChoice(props: {
  readonly asked: OverviewDays;
  /** The days shown now: where somebody who names their own begins. */
  readonly shown: { readonly from: string; readonly to: string } | undefined;
}): ReactNode {
  const { asked } = props;
  const { router } = useHost();
  const lengths: readonly (readonly [days: number, words: string])[] = [
    [7, __("7 days", "ringtrail")],
    [30, __("30 days", "ringtrail")],
    [90, __("90 days", "ringtrail")],
    [365, __("A year", "ringtrail")],
  ];
  const { from: _from, to: _to, days, ...rest } = asked;
  const isOwn = ownDays(asked);
  return (
    <div className="rt-days">
      <nav className="rt-switch" aria-label={__("Which days", "ringtrail")}>
        {lengths.map(([length, words]) => (
          <a
            key={length}
            href={router.href({ screen: "overview", ...rest, ...(length === usualDays ? {} : { days: length }) })}
            aria-current={!isOwn && (days ?? usualDays) === length ? "page" : undefined}
          >
            {words}
          </a>
        ))}
      </nav>
      <DayFields key={`${props.shown?.from} ${props.shown?.to}`} asked={asked} shown={props.shown} />
      <label className="rt-row">
        <span>{__("Compared with", "ringtrail")}</span>
        <select
          value={asked.compare ?? "before"}
          onChange={({ target: { value } }) => {
            const { compare: _compare, ...others } = asked;
            router.go({
              screen: "overview",
              ...others,
              ...(value === "year" || value === "none" ? { compare: value } : {}),
            });
          }}
        >
          <option value="before">{__("the days before", "ringtrail")}</option>
          <option value="year">{__("a year earlier", "ringtrail")}</option>
          <option value="none">{__("nothing", "ringtrail")}</option>
        </select>
      </label>
    </div>
  );
}
