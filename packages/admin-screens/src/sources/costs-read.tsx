import type { CostsImportedShown } from "@ringtrail/api-contract";
import { Button } from "@wordpress/components";
import { __, _n, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatDay } from "../format/format-day.ts";
import { formatMoney } from "../format/format-money.ts";
import { useHost } from "../frame/host.tsx";
import { costProblemWords } from "./cost-problem-words.ts";

/** Rows that are told one by one; a broken column makes a thousand of the same. */
const mostTold = 8;

/** What a report holds, and once it is kept, what became of it. */
export function CostsRead(props: {
  readonly read: CostsImportedShown;
  readonly isBusy: boolean;
  readonly onKeep: () => void;
}): ReactNode {
  const { read, isBusy, onKeep } = props;
  const { locale } = useHost();
  const { dryRun, rows, added, replaced, from, to, sums, problems, problemCount } = read;
  const paid = sums.map(({ currency, amount }) => formatMoney({ cents: amount * 100, currency }, locale)).join(" + ");
  const more = problemCount - Math.min(problems.length, mostTold);
  return (
    <>
      <p>
        <strong>
          {rows === 0 || from === undefined || to === undefined
            ? __("No row of it is a cost.", "ringtrail")
            : sprintf(
                /* translators: 1: how many rows; 2: amounts of money; 3, 4: the first and the last day. */
                _n("%1$d row over %2$s, %3$s to %4$s.", "%1$d rows over %2$s, %3$s to %4$s.", rows, "ringtrail"),
                rows,
                paid,
                formatDay(from, locale, "long"),
                formatDay(to, locale, "long"),
              )}
        </strong>{" "}
        {dryRun
          ? null
          : sprintf(
              /* translators: 1, 2: how many lines. */
              __("Kept: %1$d lines are new, and %2$d say anew what they said.", "ringtrail"),
              added,
              replaced,
            )}
      </p>
      {problemCount === 0 ? null : (
        <ul className="rt-faint">
          {problems.slice(0, mostTold).map((problem) => (
            <li key={problem.line}>
              {
                /* translators: 1: the number of a line; 2: what is wrong with it. */
                sprintf(__("Line %1$d: %2$s", "ringtrail"), problem.line, costProblemWords(problem))
              }
            </li>
          ))}
          {more > 0 ? (
            <li>
              {
                /* translators: %d: how many lines more. */
                sprintf(__("and %d more", "ringtrail"), more)
              }
            </li>
          ) : null}
        </ul>
      )}
      {dryRun && rows > 0 ? (
        <div className="rt-save">
          <Button variant="primary" isBusy={isBusy} onClick={onKeep} __next40pxDefaultSize>
            {__("Keep these costs", "ringtrail")}
          </Button>
        </div>
      ) : null}
    </>
  );
}
