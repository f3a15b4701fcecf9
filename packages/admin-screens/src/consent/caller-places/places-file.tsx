import type { CallerPlacesKept } from "@ringtrail/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, FormFileUpload, Notice } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import type { AnnouncementsApi } from "../../frame/host.tsx";
import { problemIn } from "../../frame/problem-in.ts";

/** Declares a whole spreadsheet. What of it was not kept is said line by line. */
export function PlacesFile(props: { readonly api: AnnouncementsApi; readonly listKey: readonly string[] }): ReactNode {
  const { api, listKey } = props;
  const queries = useQueryClient();
  const importing = useMutation({
    mutationFn: (file: File) => api.importCallerPlaces(new Blob([file], { type: "text/csv" })),
    onSuccess: () => queries.invalidateQueries({ queryKey: listKey }),
  });
  return (
    <div className="rt-form">
      <div className="rt-save">
        <FormFileUpload
          accept=".csv,text/csv"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file !== undefined) importing.mutate(file);
            // The same file can be chosen again after it was mended.
            currentTarget.value = "";
          }}
          render={({ openFileDialog }) => (
            <Button
              variant="secondary"
              isBusy={importing.isPending}
              disabled={importing.isPending}
              accessibleWhenDisabled
              onClick={openFileDialog}
              __next40pxDefaultSize
            >
              {__("Upload a spreadsheet (CSV)", "ringtrail")}
            </Button>
          )}
        />
        <span className="rt-faint">
          {__("Its first row names the columns phone, place, basis and kind.", "ringtrail")}
        </span>
      </div>
      <div role="status">{importing.data === undefined ? null : <Kept kept={importing.data} />}</div>
      {importing.error === null ? null : (
        <Notice status="error" isDismissible={false}>
          {problemIn(importing.error)?.title ?? __("The server cannot be reached. Nothing was kept.", "ringtrail")}
        </Notice>
      )}
    </div>
  );
}

function Kept(props: { readonly kept: CallerPlacesKept }): ReactNode {
  const { rows, kept, problems, problemCount } = props.kept;
  const more = problemCount - problems.length;
  return (
    <>
      <p>
        {
          /* translators: 1: how many rows were kept; 2: how many there were. */
          sprintf(__("%1$d of %2$d rows were kept.", "ringtrail"), kept, rows)
        }
      </p>
      <ul className="rt-faint">
        {problems.map(({ line, says }) => (
          <li key={`${line} ${says}`}>
            {
              /* translators: 1: the number of a line; 2: what is wrong with it. */
              sprintf(__("Line %1$d: %2$s", "ringtrail"), line, says)
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
    </>
  );
}
