import { useMutation, useQueryClient } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { zoneHere } from "../destinations/zone-here.ts";
import { formatDateTime } from "../format/format-time.ts";
import { useHost, type SettingsApi } from "../frame/host.tsx";
import { Card } from "../parts/card.tsx";
import { Field } from "../parts/field.tsx";
import { useNow } from "../parts/use-now.ts";
import { FormFailure } from "./form-failure.tsx";
import { formProblem } from "./form-problem.ts";
import { SaveRow } from "./save-row.tsx";

/** Whose clocks every screen shows, and whose days reports count. */
export function ZoneCard(props: { readonly api: SettingsApi }): ReactNode {
  const { api } = props;
  const { locale, timeZone } = useHost();
  const now = useNow(60_000);
  const queries = useQueryClient();
  const [wish, setWish] = useState<string | undefined>(undefined);
  const zones = Intl.supportedValuesOf("timeZone");
  const chosen = wish ?? timeZone ?? zoneHere();
  const choosing = useMutation({
    mutationFn: () => api.chooseTimeZone({ timeZone: chosen }),
    onSuccess: () => queries.invalidateQueries(),
  });
  const problem = formProblem(choosing.error, { timeZone: __("Choose a zone of the list.", "ringtrail") });
  return (
    <Card title={__("Time zone", "ringtrail")} aside={timeZone ?? __("Not chosen yet", "ringtrail")}>
      <form
        className="rt-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!choosing.isPending) choosing.mutate();
        }}
      >
        <Field
          label={__("Times and days are those of", "ringtrail")}
          hint={formatDateTime(now, locale, chosen)}
          problem={problem?.part === "timeZone" ? problem.words : undefined}
        >
          {(attributes) => (
            <select
              {...attributes}
              value={chosen}
              onChange={({ target }) => {
                if (!choosing.isPending) choosing.reset();
                setWish(target.value);
              }}
            >
              {[...new Set([...zones, "UTC", chosen])].map((zone) => (
                <option key={zone} value={zone}>
                  {zone}
                </option>
              ))}
            </select>
          )}
        </Field>
        <FormFailure problem={problem} />
        <SaveRow isBusy={choosing.isPending} isKept={choosing.isSuccess} />
      </form>
    </Card>
  );
}
