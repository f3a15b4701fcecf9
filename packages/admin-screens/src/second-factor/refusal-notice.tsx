import { Notice } from "@wordpress/components";
import type { ReactNode } from "react";
import type { Refusal } from "./refusal.ts";

/** Why a form was refused, where none of its fields (`beside`) says it already. */
export function RefusalNotice(props: {
  readonly refusal: Refusal | undefined;
  readonly beside: readonly NonNullable<Refusal["field"]>[];
}): ReactNode {
  const { refusal, beside } = props;
  if (refusal === undefined || (refusal.field !== undefined && beside.includes(refusal.field))) return null;
  return (
    <Notice status="error" isDismissible={false}>
      {refusal.words}
    </Notice>
  );
}
