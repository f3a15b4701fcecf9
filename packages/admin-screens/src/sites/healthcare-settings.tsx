import type { CallFlowShown, SiteSummary } from "@ringtrail/api-contract";
import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import type { FlowsApi } from "../frame/host.tsx";
import { problemIn } from "../frame/problem-in.ts";
import { Pill } from "../parts/pill.tsx";
import { FormFailure } from "../settings/form-failure.tsx";
import { formProblem } from "../settings/form-problem.ts";
import { readNumberEntry, writeNumberEntry } from "../settings/number-entry.ts";
import { NumberField } from "../settings/number-field.tsx";
import { SaveRow } from "../settings/save-row.tsx";
import { PageGroupFields, type PageGroups } from "./page-group-fields.tsx";
import { useKeepFlow } from "./use-keep-flow.ts";

/** As the contract bounds them. */
const cell = { least: 5, most: 100 } as const;
const period = { least: 1, most: 92 } as const;

/** How a clinic is reported, and who breaks the glass. */
export function HealthcareSettings(props: {
  readonly api: FlowsApi;
  readonly site: SiteSummary;
  readonly flow: CallFlowShown;
}): ReactNode {
  const { api, site, flow } = props;
  const { smallestCell, periodDays, needsSecondPerson, pageGroups } = flow.healthcare ?? {};
  const [least, setLeast] = useState(writeNumberEntry(smallestCell));
  const [days, setDays] = useState(writeNumberEntry(periodDays));
  const [second, setSecond] = useState(needsSecondPerson === true);
  const [groups, setGroups] = useState<PageGroups>(pageGroups ?? []);
  const keeping = useKeepFlow(api, site.id);
  const refused = keeping.error === null ? undefined : problemIn(keeping.error)?.field;
  const wrongGroup = refused?.startsWith("healthcare.pageGroups.") === true ? refused : undefined;
  const [leastRead, daysRead] = [
    readNumberEntry(least, cell.least, cell.most),
    readNumberEntry(days, period.least, period.most),
  ];
  const typed = (write: () => void): void => {
    if (!keeping.isPending) keeping.reset();
    write();
  };
  return (
    <form
      className="rt-form rt-own-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (leastRead === "wrong" || daysRead === "wrong" || keeping.isPending) return;
        const healthcare = {
          ...(leastRead === undefined ? {} : { smallestCell: leastRead }),
          ...(daysRead === undefined ? {} : { periodDays: daysRead }),
          needsSecondPerson: second,
          ...(groups.length === 0 ? {} : { pageGroups: groups }),
        };
        keeping.mutate({ healthcare });
      }}
    >
      <p>
        <Pill tone="good">{__("On", "ringtrail")}</Pill>{" "}
        <span className="rt-soft">
          {__("Who called and how they came are kept apart. It is not taken off again.", "ringtrail")}
        </span>
      </p>
      <div className="rt-wording-pair">
        <NumberField
          label={__("The fewest calls a report shows", "ringtrail")}
          hint={__("Fewer are told as few. Empty: 5.", "ringtrail")}
          {...cell}
          value={least}
          onWrite={(value) => typed(() => setLeast(value))}
        />
        <NumberField
          label={__("Days counted together", "ringtrail")}
          hint={__("Empty: 7.", "ringtrail")}
          {...period}
          value={days}
          onWrite={(value) => typed(() => setDays(value))}
        />
      </div>
      <div className="rt-ticks">
        <label>
          <input type="checkbox" checked={second} onChange={({ target }) => typed(() => setSecond(target.checked))} />
          <span>{__("Breaking the glass takes a second person", "ringtrail")}</span>
        </label>
      </div>
      <PageGroupFields groups={groups} wrong={wrongGroup} onWrite={(written) => typed(() => setGroups(written))} />
      {wrongGroup === undefined ? <FormFailure problem={formProblem(keeping.error, {})} /> : null}
      <SaveRow isBusy={keeping.isPending} isKept={keeping.isSuccess} />
    </form>
  );
}
