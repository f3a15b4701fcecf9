import { isTimeZone } from "../../call-context/is-open-at.ts";
import type { ManageReason } from "../../http/manage-reason.ts";
import { dayAfter } from "../../report/days-in.ts";

const mostDays = 400;

/** Whether a report can be made of these days; undefined when it can. */
export function checkDays({
  from,
  to,
  timeZone,
}: {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
}): Extract<ManageReason, { readonly code: "parameter_invalid" }> | undefined {
  const days = (Date.parse(dayAfter(to)) - Date.parse(from)) / 86_400_000;
  const wrong = (field: string, says: string) => ({ code: "parameter_invalid", field, says }) as const;
  if (days < 1) return wrong("to", "lies before the first day");
  if (days > mostDays) return wrong("to", `is more than ${mostDays} days after the first`);
  return isTimeZone(timeZone) ? undefined : wrong("timeZone", "is no time zone that IANA names");
}
