import type { Field } from "@wordpress/dataviews";
import type { CallSummary } from "@ringtrail/api-contract";
import { __ } from "@wordpress/i18n";
import type { ComponentType } from "react";
import { LandingCell, OutcomeCell, SourceCell, SureCell, WhenCell } from "./call-cells.tsx";
import type { CallColumn } from "./columns-kept.ts";

/** The columns of the table of calls, in words. When it rang cannot be hidden: it holds the way to the call. */
export function callFields(): Field<CallSummary>[] {
  return [
    column("when", __("When", "ringtrail"), WhenCell, false),
    column("source", __("Source", "ringtrail"), SourceCell),
    column("landing", __("Landing page", "ringtrail"), LandingCell),
    column("sure", __("How sure", "ringtrail"), SureCell),
    column("outcome", __("Outcome", "ringtrail"), OutcomeCell),
  ];
}

function column(
  id: CallColumn,
  label: string,
  Cell: ComponentType<{ readonly call: CallSummary }>,
  enableHiding = true,
): Field<CallSummary> {
  return {
    id,
    label,
    enableHiding,
    enableSorting: false,
    enableGlobalSearch: false,
    filterBy: false,
    render: ({ item }) => <Cell call={item} />,
  };
}
