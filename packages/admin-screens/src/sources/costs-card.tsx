import { wholeList } from "@ringtrail/api-contract";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, FormFileUpload } from "@wordpress/components";
import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import type { CostsApi } from "../frame/host.tsx";
import { Card } from "../parts/card.tsx";
import { FormFailure } from "../settings/form-failure.tsx";
import { formProblem } from "../settings/form-problem.ts";
import { costFileRead, firstCostDraft } from "./cost-draft.ts";
import { CostFields } from "./cost-fields.tsx";
import { CostsRead } from "./costs-read.tsx";

/** What ads cost, from the report a platform exports: looked at first, kept by a second press. */
export function CostsCard(props: { readonly api: CostsApi }): ReactNode {
  const { api } = props;
  const queries = useQueryClient();
  const sites = useQuery({ queryKey: ["sites"], queryFn: () => wholeList((page) => api.sites(page)) });
  const [draft, setDraft] = useState(firstCostDraft);
  const [file, setFile] = useState<File>();
  const known = sites.data?.sites ?? [];
  const reading = useMutation({
    mutationFn: ({ given, dryRun }: { readonly given: File; readonly dryRun: boolean }) =>
      api.importCosts(new Blob([given], { type: "text/csv" }), {
        ...costFileRead(draft, known),
        ...(dryRun ? { dryRun: "yes" } : {}),
      }),
    onSuccess: ({ dryRun }) => {
      if (dryRun) return;
      for (const queryKey of [["overview"], ["model"], ["revenue"]]) void queries.invalidateQueries({ queryKey });
    },
  });
  const problem = formProblem(reading.error, {
    currency: __("A code of three letters, such as USD.", "ringtrail"),
    source: __("At most 100 characters, as utm_source has it.", "ringtrail"),
  });
  const look = (given: File): void => {
    setFile(given);
    reading.mutate({ given, dryRun: true });
  };
  return (
    <Card title={__("What ads cost", "ringtrail")} aside={__("Beside the calls they brought", "ringtrail")}>
      <div className="rt-form rt-own-form">
        <p className="rt-soft">
          {__(
            "Upload the report that Google Ads, Microsoft Advertising or Meta exports by day, or a table with the columns date, source, campaign, cost and currency. It is shown first; the same file again changes nothing.",
            "ringtrail",
          )}
        </p>
        <CostFields
          draft={draft}
          sites={known}
          problem={problem}
          onWrite={(change) => {
            if (!reading.isPending) reading.reset();
            setDraft({ ...draft, ...change });
          }}
        />
        <div className="rt-save">
          <FormFileUpload
            accept=".csv,.tsv,.txt,text/csv"
            onChange={({ currentTarget }) => {
              const given = currentTarget.files?.[0];
              if (given !== undefined) look(given);
              // The same file can be chosen again after it was mended.
              currentTarget.value = "";
            }}
            render={({ openFileDialog }) => (
              <Button variant="secondary" isBusy={reading.isPending} onClick={openFileDialog} __next40pxDefaultSize>
                {__("Choose a report (CSV)…", "ringtrail")}
              </Button>
            )}
          />
          {file === undefined ? null : <span className="rt-faint rt-break">{file.name}</span>}
          {file === undefined || reading.data !== undefined ? null : (
            <Button variant="tertiary" isBusy={reading.isPending} onClick={() => look(file)} __next40pxDefaultSize>
              {__("Look at it again", "ringtrail")}
            </Button>
          )}
        </div>
        <FormFailure problem={problem} />
        <div role="status">
          {reading.data === undefined || file === undefined ? null : (
            <CostsRead
              read={reading.data}
              isBusy={reading.isPending}
              onKeep={() => reading.mutate({ given: file, dryRun: false })}
            />
          )}
        </div>
      </div>
    </Card>
  );
}
