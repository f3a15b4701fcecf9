import type { KeptCallFlow, RecordingPlaces } from "@ringtrail/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Notice } from "@wordpress/components";
import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import type { AnnouncementsApi } from "../../frame/host.tsx";
import { draftOf, flowWith, type AnnouncementDraft } from "./announcement-draft.ts";
import { announcementProblem } from "./announcement-problem.ts";
import { flowKey } from "./flow-key.ts";
import { PlaceWordings } from "./place-wordings.tsx";
import { SilenceFields } from "./silence-fields.tsx";
import { WordingFields } from "./wording-fields.tsx";

/** What callers of one site are told. Nothing typed is lost: a refusal stands beside its field, and the rest stays. */
export function AnnouncementForm(props: {
  readonly api: AnnouncementsApi;
  readonly site: string;
  readonly kept: KeptCallFlow;
  readonly places: RecordingPlaces;
}): ReactNode {
  const { api, site, kept, places } = props;
  const queries = useQueryClient();
  // Undefined while nothing is written: then what is kept is shown, also when somebody else changes it.
  const [written, setWritten] = useState<AnnouncementDraft | undefined>(undefined);
  const saving = useMutation({
    // Read again first: the rest of the flow may have changed while this was written.
    mutationFn: async (draft: AnnouncementDraft) =>
      api.setCallFlow(site, flowWith((await api.callFlow(site)).flow, draft)),
    onSuccess: (now, sent) => {
      queries.setQueryData(flowKey(site), now);
      setWritten((later) => (later === sent ? undefined : later));
    },
  });
  const draft = written ?? draftOf(kept.flow);
  const problem = saving.error === null ? undefined : announcementProblem(saving.error);
  const write = (change: Partial<AnnouncementDraft>): void => {
    const { field } = problem ?? {};
    // What was said of a part that is being mended is answered; of another part it still stands.
    const isAnswered = field === undefined || Object.keys(change).some((part) => field.startsWith(`${part}.`));
    if (!saving.isPending && isAnswered) saving.reset();
    setWritten({ ...draft, ...change });
  };
  const problemOf = (path: string): string | undefined => (problem?.field === path ? problem.words : undefined);
  return (
    <form
      className="rt-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate(draft);
      }}
    >
      <SilenceFields draft={draft} problemOf={problemOf} onWrite={write} />
      <WordingFields
        api={api}
        announcement={draft.announcement}
        path="announcement"
        problemOf={problemOf}
        onWrite={(announcement) => write({ announcement })}
      />
      <PlaceWordings
        api={api}
        places={places}
        draft={draft}
        problemOf={problemOf}
        onWrite={(placeWordings) => write({ placeWordings })}
      />
      {problem === undefined || problem.field !== undefined ? null : (
        <Notice status="error" isDismissible={false}>
          {problem.words}
        </Notice>
      )}
      <div className="rt-save">
        <Button
          type="submit"
          variant="primary"
          isBusy={saving.isPending}
          disabled={written === undefined || saving.isPending}
          accessibleWhenDisabled
          __next40pxDefaultSize
        >
          {__("Save", "ringtrail")}
        </Button>
        <span role="status" className="rt-faint">
          {saving.isSuccess && written === undefined ? __("Saved. The next call hears it.", "ringtrail") : null}
        </span>
      </div>
    </form>
  );
}
