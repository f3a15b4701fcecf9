import { Button } from "@wordpress/components";
import { __ } from "@wordpress/i18n";
import { useId, useState, type FormEvent, type ReactNode } from "react";
import { useHost } from "../frame/host.tsx";
import type { OverviewDays } from "../frame/place.ts";

/** A first and a last day of one's own. What is wrong with them is said beside them, and what was typed stays. */
export function DayFields(props: {
  readonly asked: OverviewDays;
  readonly shown: { readonly from: string; readonly to: string } | undefined;
}): ReactNode {
  const { router } = useHost();
  const said = useId();
  const [from, setFrom] = useState(props.shown?.from ?? "");
  const [to, setTo] = useState(props.shown?.to ?? "");
  const [problem, setProblem] = useState<string>();
  const show = (event: FormEvent): void => {
    event.preventDefault();
    const wrong = daysWrong(from, to);
    setProblem(wrong);
    if (wrong !== undefined) return;
    const { days: _days, ...rest } = props.asked;
    router.go({ screen: "overview", ...rest, from, to });
  };
  const day = (name: string, value: string, keep: (value: string) => void): ReactNode => (
    <label className="rt-row">
      <span>{name}</span>
      <input
        type="date"
        value={value}
        aria-invalid={problem === undefined ? undefined : true}
        aria-describedby={problem === undefined ? undefined : said}
        onChange={({ target }) => keep(target.value)}
      />
    </label>
  );
  return (
    <form className="rt-day-fields" onSubmit={show} noValidate>
      {day(__("From", "ringtrail"), from, setFrom)}
      {day(__("To", "ringtrail"), to, setTo)}
      <Button variant="secondary" type="submit" __next40pxDefaultSize>
        {__("Show", "ringtrail")}
      </Button>
      {problem === undefined ? null : (
        <p id={said} role="alert" className="rt-wrong">
          {problem}
        </p>
      )}
    </form>
  );
}

function daysWrong(from: string, to: string): string | undefined {
  if (from === "" || to === "") return __("Name a first and a last day.", "ringtrail");
  if (from > to) return __("The last day lies before the first.", "ringtrail");
  if (Date.parse(to) - Date.parse(from) > 399 * 86_400_000) return __("At most 400 days.", "ringtrail");
  return undefined;
}
