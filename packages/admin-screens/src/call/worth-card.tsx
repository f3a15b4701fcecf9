import type { CallValueShown } from "@ringtrail/api-contract";
import { useQuery } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import type { NotesApi } from "../frame/host.tsx";
import { problemIn } from "../frame/problem-in.ts";
import { Card } from "../parts/card.tsx";
import { Loaded } from "../parts/loaded.tsx";
import { OrdersOfCall } from "./orders-of-call.tsx";
import { ValueForm } from "./value-form.tsx";

/** What the call was worth, as somebody says, and the orders it brought. */
export function WorthCard(props: { readonly api: NotesApi; readonly call: string }): ReactNode {
  const { api, call } = props;
  const value = useQuery({ queryKey: ["call-value", call], queryFn: () => valueOf(api, call) });
  return (
    <Card title={__("What it was worth", "ringtrail")}>
      <Loaded query={value}>{(shown) => <ValueForm api={api} call={call} value={shown.value} />}</Loaded>
      <OrdersOfCall api={api} call={call} />
    </Card>
  );
}

/** That nobody said yet what it was worth is an answer. */
async function valueOf(api: NotesApi, call: string): Promise<{ readonly value: CallValueShown | undefined }> {
  try {
    return { value: await api.callValue(call) };
  } catch (error) {
    if (error instanceof Error && problemIn(error)?.code === "value_absent") return { value: undefined };
    throw error;
  }
}
