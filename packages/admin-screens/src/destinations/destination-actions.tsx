import type { DestinationShown } from "@ringtrail/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Notice } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import type { DestinationsApi } from "../frame/host.tsx";
import { failureWords } from "../words/failure-words.ts";
import { draftOf, wantedOf, type DestinationDraft } from "./destination-draft.ts";
import { DestinationForm } from "./destination-form.tsx";
import { deliveriesKey, destinationsKey } from "./destinations-key.ts";
import { NewSecret } from "./new-secret.tsx";
import { SendPeriod } from "./send-period.tsx";
import { TestSending } from "./test-sending.tsx";
import { zoneHere } from "./zone-here.ts";

type Opened = "change" | "secret" | "period" | "remove";

/** Everything an owner may do with one destination. */
export function DestinationActions(props: {
  readonly api: DestinationsApi;
  readonly destination: DestinationShown;
}): ReactNode {
  const { api, destination } = props;
  const { id, kind, name, isOn } = destination;
  const [opened, setOpened] = useState<Opened | undefined>(undefined);
  const queries = useQueryClient();
  const draft = draftOf(destination, zoneHere());
  const again = (): void => {
    void queries.invalidateQueries({ queryKey: destinationsKey });
    void queries.invalidateQueries({ queryKey: deliveriesKey });
  };
  const close = (): void => setOpened(undefined);
  const saving = useMutation({
    mutationFn: (sent: DestinationDraft) => api.saveDestination(id, wantedOf(sent, isOn)),
    onSuccess: () => {
      close();
      again();
    },
  });
  const switching = useMutation({
    mutationFn: (sent: DestinationDraft) => api.saveDestination(id, wantedOf(sent, !isOn)),
    onSettled: again,
  });
  const removing = useMutation({ mutationFn: () => api.removeDestination(id), onSuccess: again });
  const failure = switching.error ?? removing.error;
  const way = (what: Opened, words: string): ReactNode => (
    <Button
      variant="link"
      aria-expanded={opened === what}
      // translators: 1: what is done, such as "Remove"; 2: the name of a destination.
      aria-label={sprintf(__("%1$s: %2$s", "ringtrail"), words, name)}
      onClick={() => setOpened(opened === what ? undefined : what)}
    >
      {words}
    </Button>
  );
  return (
    <>
      <div className="rt-ways">
        <TestSending api={api} destination={destination} onDone={again} />
        {draft === undefined ? null : (
          <>
            {way("change", __("Change", "ringtrail"))}
            <Button
              variant="link"
              isBusy={switching.isPending}
              // translators: 1: what is done, such as "Remove"; 2: the name of a destination.
              aria-label={sprintf(__("%1$s: %2$s", "ringtrail"), switchWords(isOn), name)}
              onClick={() => switching.mutate(draft)}
            >
              {switchWords(isOn)}
            </Button>
          </>
        )}
        {way("period", __("Send a period again", "ringtrail"))}
        {kind === "webhook" ? way("secret", __("New secret", "ringtrail")) : null}
        {way("remove", __("Remove", "ringtrail"))}
      </div>
      {failure === null ? null : (
        <Notice status="error" isDismissible={false}>
          {`${failureWords(failure).title} ${__("Nothing was changed.", "ringtrail")}`}
        </Notice>
      )}
      {opened === "change" && draft !== undefined ? (
        <DestinationForm api={api} before={draft} saving={saving} saveWords={__("Save", "ringtrail")} />
      ) : null}
      {opened === "period" ? <SendPeriod api={api} destination={destination} onSent={again} /> : null}
      {opened === "secret" ? <NewSecret api={api} destination={destination} onDone={close} /> : null}
      {opened === "remove" ? (
        <div className="rt-save">
          <span>{__("It goes with its log, and nothing is sent there any more.", "ringtrail")}</span>
          <Button
            variant="secondary"
            isDestructive
            isBusy={removing.isPending}
            onClick={() => removing.mutate()}
            __next40pxDefaultSize
          >
            {__("Remove it", "ringtrail")}
          </Button>
          <Button variant="tertiary" onClick={close} __next40pxDefaultSize>
            {__("Keep it", "ringtrail")}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function switchWords(isOn: boolean): string {
  return isOn ? __("Switch off", "ringtrail") : __("Switch on", "ringtrail");
}
