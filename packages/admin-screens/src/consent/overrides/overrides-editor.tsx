import type { OverrideList, RecordingPlaces } from "@ringtrail/api-contract";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Notice } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import type { AnnouncementsApi } from "../../frame/host.tsx";
import { problemIn } from "../../frame/problem-in.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { answerKind, answerWords } from "../../words/answer-words.ts";
import { NothingChanged } from "./nothing-changed.tsx";
import { OverrideForm } from "./override-form.tsx";
import { OverrideItem } from "./override-item.tsx";
import { isLooser } from "./override-draft.ts";

const overridesKey = ["overrides"] as const;

/** The overrides in force, each to be taken back, and a form for another. */
export function OverridesEditor(props: {
  readonly api: AnnouncementsApi;
  readonly places: RecordingPlaces;
}): ReactNode {
  const { api, places } = props;
  const overrides = useQuery({ queryKey: overridesKey, queryFn: () => api.overrides() });
  return (
    <Loaded query={overrides}>
      {(shown) => (
        <>
          <InForce api={api} list={shown} places={places} />
          {shown.mayChange ? (
            <OverrideForm api={api} places={places} listKey={overridesKey} />
          ) : (
            <p className="rt-soft">
              {__(
                "Several accounts share this server, and its overrides hold for all of them. Whoever runs the server changes them.",
                "ringtrail",
              )}
            </p>
          )}
        </>
      )}
    </Loaded>
  );
}

function InForce(props: {
  readonly api: AnnouncementsApi;
  readonly list: OverrideList;
  readonly places: RecordingPlaces;
}): ReactNode {
  const { api, list, places } = props;
  const queries = useQueryClient();
  const withdrawing = useMutation({
    mutationFn: (place: string) => api.withdrawOverride(place),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: overridesKey });
      void queries.invalidateQueries({ queryKey: ["recording-places"] });
    },
  });
  if (list.overrides.length === 0) return <NothingChanged />;
  return (
    <>
      <ul className="rt-overrides">
        {list.overrides.map((one) => {
          const law = places.places.find(({ place }) => place === one.place);
          const means = one.phone ?? one.lawPhone;
          const inside = law?.lawNoticeInside ?? false;
          return (
            <OverrideItem key={one.place} name={one.name} means={means} inside={inside} change={one}>
              <p className="rt-faint">
                {
                  /* translators: %s: what a place asks for, such as "Announce". */
                  sprintf(__("The law as we keep it: %s.", "ringtrail"), wordsOf(one.lawPhone, inside))
                }{" "}
                {isLooser(means, one.lawPhone) ? <strong>{__("This is looser.", "ringtrail")}</strong> : null}
              </p>
              {list.mayChange ? (
                <Button
                  variant="link"
                  isBusy={withdrawing.isPending && withdrawing.variables === one.place}
                  onClick={() => withdrawing.mutate(one.place)}
                  // translators: %s: a place.
                  aria-label={sprintf(__("Take back the change for %s", "ringtrail"), one.name)}
                >
                  {__("Take back", "ringtrail")}
                </Button>
              ) : null}
            </OverrideItem>
          );
        })}
      </ul>
      {withdrawing.error === null ? null : (
        <Notice status="error" isDismissible={false}>
          {problemIn(withdrawing.error)?.title ?? __("The server cannot be reached. Nothing was changed.", "ringtrail")}
        </Notice>
      )}
    </>
  );
}

function wordsOf(means: string, inside: boolean): string {
  return answerWords(answerKind(means, inside)).words;
}
