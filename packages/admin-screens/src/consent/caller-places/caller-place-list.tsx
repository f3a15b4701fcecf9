import type { CallerPlaceShown } from "@ringtrail/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Notice } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatDateTime } from "../../format/format-time.ts";
import { useHost, type AnnouncementsApi } from "../../frame/host.tsx";
import { problemIn } from "../../frame/problem-in.ts";
import { kindWords } from "./kind-words.ts";

/** What was declared, each with who answers for it, and to be taken back. */
export function CallerPlaceList(props: {
  readonly api: AnnouncementsApi;
  readonly listKey: readonly string[];
  readonly places: readonly CallerPlaceShown[];
  /** True where all are of one caller: then the number need not be said. */
  readonly isOfOneCaller: boolean;
}): ReactNode {
  const { api, listKey, places, isOfOneCaller } = props;
  const { locale, timeZone } = useHost();
  const queries = useQueryClient();
  const forgetting = useMutation({
    mutationFn: (id: string) => api.forgetCallerPlace(id),
    onSettled: () => queries.invalidateQueries({ queryKey: listKey }),
  });
  if (places.length === 0) return <p className="rt-soft">{__("Nothing is declared.", "ringtrail")}</p>;
  return (
    <>
      <ul className="rt-overrides">
        {places.map((one) => (
          <li key={one.id} className="rt-change">
            <div>
              {isOfOneCaller ? null : <strong className="rt-mono">{one.phone}</strong>}
              <span>
                {
                  /* translators: 1: what a place is of a caller, such as "Lives or works in"; 2: a place. */
                  sprintf(__("%1$s %2$s", "ringtrail"), kindWords(one.kind), one.name)
                }
              </span>
            </div>
            <div>
              <p>{one.basis}</p>
              <p className="rt-faint">
                {
                  /* translators: 1: who declared it; 2: a date and time. */
                  sprintf(
                    __("Declared by %1$s on %2$s", "ringtrail"),
                    one.declaredBy,
                    formatDateTime(Date.parse(one.declaredAt), locale, timeZone),
                  )
                }
              </p>
              <Button
                variant="link"
                isBusy={forgetting.isPending && forgetting.variables === one.id}
                onClick={() => forgetting.mutate(one.id)}
                // translators: %s: a place.
                aria-label={sprintf(__("Take back %s", "ringtrail"), one.name)}
              >
                {__("Take back", "ringtrail")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {forgetting.error === null ? null : (
        <Notice status="error" isDismissible={false}>
          {problemIn(forgetting.error)?.title ?? __("The server cannot be reached. Nothing was changed.", "ringtrail")}
        </Notice>
      )}
    </>
  );
}
