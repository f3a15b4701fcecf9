import { Button } from "@wordpress/components";
import { useMutation } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { useHost, type ProofForm } from "../frame/host.tsx";

/** Leads to a certificate or a proof: an address where the browser may ask the server, else a button that saves a file. */
export function ProofWay(props: {
  readonly call: string;
  readonly form: ProofForm;
  readonly children: string;
}): ReactNode {
  const { proofHref, saveProof } = useHost();
  const { call, form, children } = props;
  if (proofHref !== undefined) {
    return form === "certificate" ? (
      <a href={proofHref(call, form)} target="_blank" rel="noopener">
        {children}
      </a>
    ) : (
      <a href={proofHref(call, form)} download={`proof-${call}.json`}>
        {children}
      </a>
    );
  }
  return saveProof === undefined ? null : <SavingButton save={() => saveProof(call, form)}>{children}</SavingButton>;
}

function SavingButton(props: { readonly save: () => Promise<void>; readonly children: string }): ReactNode {
  const saving = useMutation({ mutationFn: props.save });
  return (
    <>
      <Button variant="link" isBusy={saving.isPending} onClick={() => saving.mutate()}>
        {props.children}
      </Button>{" "}
      {saving.isError ? (
        <span role="alert">{__("It could not be saved. Try again in a moment.", "ringtrail")}</span>
      ) : null}
    </>
  );
}
