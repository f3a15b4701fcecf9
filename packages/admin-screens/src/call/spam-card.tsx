import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import type { SpamShown } from "@ringtrail/api-contract";
import { formatShare } from "../format/format-share.ts";
import { formatDateTime } from "../format/format-time.ts";
import { useHost, type FlagsApi } from "../frame/host.tsx";
import { problemIn } from "../frame/problem-in.ts";
import { Card } from "../parts/card.tsx";
import { Pill } from "../parts/pill.tsx";
import { spamSignWords } from "../words/spam-words.ts";

/** Whether the call counts as spam and why; whoever may, says otherwise. Nothing is shown where there is nothing to say. */
export function SpamCard(props: { readonly call: string; readonly spam: SpamShown | undefined }): ReactNode {
  const { call, spam } = props;
  const { flags, locale } = useHost();
  if (spam === undefined && flags === undefined) return null;
  return (
    <Card
      title={__("Spam?", "ringtrail")}
      aside={
        spam === undefined || spam.score === 0
          ? undefined
          : /* translators: %s: a share, for example "50%". */
            sprintf(__("score %s", "ringtrail"), formatShare(spam.score, locale))
      }
    >
      {spam === undefined ? (
        <p className="rt-soft">{__("Nothing speaks for it.", "ringtrail")}</p>
      ) : (
        <Judged spam={spam} />
      )}
      {flags === undefined ? null : <Say api={flags} call={call} isFlagged={spam?.flagged ?? false} />}
    </Card>
  );
}

function Judged(props: { readonly spam: SpamShown }): ReactNode {
  const { flagged, signs, said } = props.spam;
  const { locale, timeZone } = useHost();
  return (
    <>
      <p>
        <Pill tone={flagged ? "bad" : "good"}>
          {flagged ? __("Flagged as spam", "ringtrail") : __("Not flagged", "ringtrail")}
        </Pill>
      </p>
      {signs.length === 0 ? null : (
        <ul className="rt-reasons">
          {signs.map((sign) => (
            <li key={sign}>{spamSignWords(sign)}</li>
          ))}
        </ul>
      )}
      {said === undefined ? null : (
        <p className="rt-faint">
          {
            /* translators: %s: a date and time. */
            sprintf(
              said.isSpam ? __("A person said so on %s.", "ringtrail") : __("A person cleared it on %s.", "ringtrail"),
              formatDateTime(Date.parse(said.at), locale, timeZone),
            )
          }
        </p>
      )}
    </>
  );
}

function Say(props: { readonly api: FlagsApi; readonly call: string; readonly isFlagged: boolean }): ReactNode {
  const { api, call, isFlagged } = props;
  const queries = useQueryClient();
  const saying = useMutation({
    mutationFn: () => api.saySpam(call, !isFlagged),
    onSuccess: async () => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: ["call", call] }),
        queries.invalidateQueries({ queryKey: ["calls"] }),
      ]);
    },
  });
  const problem = saying.error === null ? undefined : problemIn(saying.error);
  return (
    <div className="rt-save">
      <Button
        variant="secondary"
        isBusy={saying.isPending}
        disabled={saying.isPending}
        accessibleWhenDisabled
        onClick={() => saying.mutate()}
        __next40pxDefaultSize
      >
        {isFlagged ? __("This is no spam", "ringtrail") : __("Flag as spam", "ringtrail")}
      </Button>
      <span role="status" className="rt-faint">
        {saying.error === null
          ? __("The caller's next calls are judged by it.", "ringtrail")
          : (problem?.title ?? __("The server cannot be reached. Press again.", "ringtrail"))}
      </span>
    </div>
  );
}
