import type { CreatedDestination } from "@ringtrail/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import type { DestinationsApi } from "../frame/host.tsx";
import { emptyDestination, wantedOf, type DestinationDraft } from "./destination-draft.ts";
import { DestinationForm } from "./destination-form.tsx";
import { destinationsKey } from "./destinations-key.ts";
import { SecretOnce } from "./secret-once.tsx";
import { zoneHere } from "./zone-here.ts";

/** Sets up a destination. What a webhook signs with is shown until somebody says that it is kept. */
export function AddDestination(props: { readonly api: DestinationsApi }): ReactNode {
  const { api } = props;
  const queries = useQueryClient();
  const [made, setMade] = useState<CreatedDestination | undefined>(undefined);
  // A form that was sent is drawn anew, empty.
  const [formsSent, setFormsSent] = useState(0);
  const adding = useMutation({
    mutationFn: (draft: DestinationDraft) => api.createDestination(wantedOf(draft)),
    onSuccess: (created) => {
      setMade(created);
      setFormsSent(formsSent + 1);
      void queries.invalidateQueries({ queryKey: destinationsKey });
    },
  });
  return (
    <>
      {made?.secret === undefined ? null : (
        <SecretOnce
          name={made.name}
          secret={made.secret}
          note={__("Your server checks with it that an event is ours.", "ringtrail")}
          onKept={() => setMade(undefined)}
        />
      )}
      <details className="rt-how">
        <summary>{__("Add a destination", "ringtrail")}</summary>
        <DestinationForm
          key={formsSent}
          api={api}
          before={emptyDestination(zoneHere())}
          isNew
          saving={adding}
          saveWords={__("Add", "ringtrail")}
        />
        <span role="status" className="rt-faint">
          {adding.isSuccess ? __("Added. Events go there from now on.", "ringtrail") : null}
        </span>
      </details>
    </>
  );
}
