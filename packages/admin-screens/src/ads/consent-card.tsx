import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { Card } from "../parts/card.tsx";

/** What platforms are told of whom, and what they never are. */
export function ConsentCard(): ReactNode {
  const never = __("never", "ringtrail");
  const yes = __("yes", "ringtrail");
  const names = [__("Click id and value", "ringtrail"), __("Hash of the caller’s number", "ringtrail")] as const;
  const rows = [
    [__("said yes", "ringtrail"), yes, __("only if you turn it on", "ringtrail")],
    [__("did not answer, where silence may be", "ringtrail"), yes, never],
    [__("said no, or their browser objects", "ringtrail"), never, never],
    [__("was not asked: a source number alone", "ringtrail"), never, never],
    [__("called a site in healthcare mode", "ringtrail"), never, __("never, and no setting allows it", "ringtrail")],
  ] as const;
  return (
    <Card title={__("What is told, and what never is", "ringtrail")}>
      <table className="rt-sales">
        <thead>
          <tr>
            <th scope="col">{__("A call’s likely visitor", "ringtrail")}</th>
            <th scope="col">{names[0]}</th>
            <th scope="col">{names[1]}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([who, click, hash]) => (
            <tr key={who}>
              <th scope="row">{who}</th>
              <td data-name={names[0]}>{click}</td>
              <td data-name={names[1]}>{hash}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="rt-soft">
        {__(
          "Calls flagged as spam are left out. A visitor who takes a yes back is forgotten here, and what was told of their call is taken back where the platform allows it.",
          "ringtrail",
        )}
      </p>
    </Card>
  );
}
