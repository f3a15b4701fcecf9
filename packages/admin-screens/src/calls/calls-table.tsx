import { DataViews } from "@wordpress/dataviews";
import type { CallSummary } from "@ringtrail/api-contract";
import { useEffect, useMemo, useState, type ReactNode } from "react";
import { callFields } from "./call-fields.tsx";
import { columnsKept, columnsRead } from "./columns-kept.ts";
import { teachTable } from "./teach-table.ts";

/** One way to look at calls: the server sorts and filters, so the table offers neither. */
const layouts = { table: {} };

/**
 * The calls as WordPress's DataViews shows rows: a column is moved or hidden by its head, and stays so in this browser.
 * Only its table is drawn. What it has for search, filters and pages counts every row, and a list paged by cursor has
 * no such number.
 */
export function CallsTable(props: { readonly calls: readonly CallSummary[] }): ReactNode {
  const [columns, setColumns] = useState<readonly string[]>(() => columnsRead(window.localStorage));
  const fields = useMemo(() => {
    teachTable();
    return callFields();
  }, []);
  useEffect(() => columnsKept(window.localStorage, columns), [columns]);
  const calls = useMemo(() => [...props.calls], [props.calls]);
  return (
    <DataViews<CallSummary>
      data={calls}
      fields={fields}
      view={{ type: "table", fields: [...columns] }}
      onChangeView={(view) => setColumns(view.fields ?? columns)}
      defaultLayouts={layouts}
      paginationInfo={{ totalItems: calls.length, totalPages: 1 }}
    >
      <DataViews.Layout className="rt-calls" />
    </DataViews>
  );
}
