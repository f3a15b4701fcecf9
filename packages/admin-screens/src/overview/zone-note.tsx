import { Button } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { OverviewShown } from "@ringtrail/api-contract";
import type { ReactNode } from "react";
import { zoneHere } from "../destinations/zone-here.ts";
import { useHost } from "../frame/host.tsx";
import { settingsKeys } from "../settings/settings-keys.ts";
import { failureWords } from "../words/failure-words.ts";

/** Whose days these are, and as long as nobody has said, the way to say it. */
export function ZoneNote(props: { readonly overview: OverviewShown }): ReactNode {
  const { settings } = useHost();
  const queries = useQueryClient();
  const here = zoneHere();
  const choose = useMutation({
    mutationFn: async () => await settings?.chooseTimeZone({ timeZone: here }),
    onSuccess: () => {
      for (const queryKey of [["overview"], settingsKeys.session]) void queries.invalidateQueries({ queryKey });
    },
  });
  const { timeZone, isTimeZoneChosen } = props.overview;
  return (
    <p className="rt-faint rt-zone">
      {
        /* translators: %s: the name of a time zone, such as America/New_York. */
        sprintf(__("Days begin at midnight in %s.", "ringtrail"), timeZone)
      }{" "}
      {isTimeZoneChosen || settings === undefined || here === timeZone ? null : (
        <Button variant="link" isBusy={choose.isPending} onClick={() => choose.mutate()}>
          {sprintf(
            /* translators: %s: the name of a time zone, such as America/New_York. */
            __("Count them in %s", "ringtrail"),
            here,
          )}
        </Button>
      )}
      {choose.error === null ? null : <span role="alert"> {failureWords(choose.error).title}</span>}
    </p>
  );
}
