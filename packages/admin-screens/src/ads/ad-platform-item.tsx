import type { AdPlatformShown } from "@ringtrail/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { formatDateTime } from "../format/format-time.ts";
import { useHost, type AdsApi } from "../frame/host.tsx";
import { Pill } from "../parts/pill.tsx";
import { adDraftOf, adWanted, type AdDraft } from "./ad-draft.ts";
import { AdPlatformForm } from "./ad-platform-form.tsx";
import { platformWords, troubleWords } from "./ad-words.ts";
import { adsKey } from "./ads-key.ts";

/** One platform of one site: whether it is told, what came of the last round, and what can be done. */
export function AdPlatformItem(props: {
  readonly api: AdsApi;
  readonly platform: AdDraft["platform"];
  readonly site: { readonly id: string; readonly name: string };
  readonly isOnlySite: boolean;
  readonly shown: AdPlatformShown | undefined;
}): ReactNode {
  const { api, platform, site, isOnlySite, shown } = props;
  const [isOpen, setOpen] = useState(false);
  const queries = useQueryClient();
  const onSettled = (): void => void queries.invalidateQueries({ queryKey: adsKey });
  const switching = useMutation({
    mutationFn: (known: AdPlatformShown) =>
      api.saveAdPlatform(adWanted(adDraftOf(platform, site.id, known), !known.isOn)),
    onSettled,
  });
  const removing = useMutation({ mutationFn: (id: string) => api.removeAdPlatform(id), onSettled });
  const name = platformWords(platform);
  const way = (words: string, onClick: () => void, isBusy = false): ReactNode => (
    // translators: 1: what is done, such as "Remove"; 2: the name of an ad platform.
    <Button
      variant="link"
      isBusy={isBusy}
      aria-label={sprintf(__("%1$s: %2$s", "ringtrail"), words, name)}
      onClick={onClick}
    >
      {words}
    </Button>
  );
  return (
    <li className="rt-change">
      <div>
        <strong>{name}</strong>
        {isOnlySite ? null : <span className="rt-faint rt-break">{site.name}</span>}
        <span className="rt-pills">
          <State shown={shown} />
        </span>
      </div>
      <div>
        <LastRound shown={shown} />
        <div className="rt-ways">
          {way(shown === undefined ? __("Set up", "ringtrail") : __("Change", "ringtrail"), () => setOpen(!isOpen))}
          {shown === undefined ? null : (
            <>
              {way(
                shown.isOn ? __("Switch off", "ringtrail") : __("Switch on", "ringtrail"),
                () => switching.mutate(shown),
                switching.isPending,
              )}
              {way(__("Remove", "ringtrail"), () => removing.mutate(shown.id), removing.isPending)}
            </>
          )}
        </div>
        {isOpen ? (
          <AdPlatformForm api={api} platform={platform} site={site.id} shown={shown} onSaved={() => setOpen(false)} />
        ) : null}
      </div>
    </li>
  );
}

function State(props: { readonly shown: AdPlatformShown | undefined }): ReactNode {
  const { shown } = props;
  if (shown === undefined) return <Pill tone="plain">{__("Not set up", "ringtrail")}</Pill>;
  if (!shown.isOn) return <Pill tone="plain">{__("Switched off", "ringtrail")}</Pill>;
  if (shown.last?.trouble !== undefined) return <Pill tone="bad">{__("Not told", "ringtrail")}</Pill>;
  return <Pill tone="good">{__("Told every quarter of an hour", "ringtrail")}</Pill>;
}

function LastRound(props: { readonly shown: AdPlatformShown | undefined }): ReactNode {
  const { locale, timeZone } = useHost();
  const last = props.shown?.last;
  if (props.shown === undefined) return null;
  if (last === undefined) {
    return <p className="rt-soft">{__("Nothing to tell yet: only calls that ring from now on count.", "ringtrail")}</p>;
  }
  const at = formatDateTime(Date.parse(last.at), locale, timeZone);
  return (
    <>
      <p className="rt-soft">
        {
          /* translators: 1: a date and time; 2 and 3: numbers of conversions. */
          sprintf(__("Last round %1$s: %2$d told, %3$d refused.", "ringtrail"), at, last.told, last.refused)
        }
      </p>
      {last.trouble === undefined ? null : <p className="rt-bad">{troubleWords(last.trouble)}</p>}
      {last.said === undefined ? null : <p className="rt-faint rt-break">{last.said}</p>}
    </>
  );
}
