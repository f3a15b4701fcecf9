import { useMutation } from "@tanstack/react-query";
import { Button } from "@wordpress/components";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { problemIn } from "../frame/problem-in.ts";
import type { SitesApi } from "../frame/host.tsx";
import { Link } from "../parts/link.tsx";
import { failureWords } from "../words/failure-words.ts";

/** Lets the fake carrier ring a number; a real one is called from any phone. */
export function SiteTestCall(props: { readonly api: SitesApi; readonly number: string }): ReactNode {
  const { api, number } = props;
  const ringing = useMutation({ mutationFn: () => api.ringTestCall({ to: number }) });
  const isReal = ringing.error !== null && problemIn(ringing.error)?.code === "carrier_not_fake";
  return (
    <div className="rt-save">
      <Button variant="secondary" isBusy={ringing.isPending} onClick={() => ringing.mutate()} __next40pxDefaultSize>
        {__("Ring a test call", "ringtrail")}
      </Button>
      <span role="status" className="rt-faint">
        {isReal ? __("Call the number on your page from any phone: it is a real one.", "ringtrail") : null}
        {ringing.error === null || isReal ? null : failureWords(ringing.error).title}
        {ringing.isSuccess ? (
          <>
            {__("It rings.", "ringtrail")} <Link to={{ screen: "calls" }}>{__("See the call", "ringtrail")}</Link>
          </>
        ) : null}
      </span>
    </div>
  );
}
