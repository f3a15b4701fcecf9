import type { SoundList } from "@ringtrail/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, FormFileUpload } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatLength } from "../../format/format-length.ts";
import type { AnnouncementsApi } from "../../frame/host.tsx";
import { Field } from "../../parts/field.tsx";
import type { Words } from "./announcement-draft.ts";
import { announcementProblem } from "./announcement-problem.ts";
import { ListenButton } from "./listen-button.tsx";
import { soundsKey, useSounds } from "./use-sounds.ts";

/** How the words are spoken: by the carrier's voice, or by a WAV or MP3 of the owner's, which can be heard here. */
export function SoundChoice(props: {
  readonly api: AnnouncementsApi;
  readonly words: Words;
  readonly problem: string | undefined;
  readonly onChoose: (sound: string | undefined) => void;
}): ReactNode {
  const { api, words, problem, onChoose } = props;
  const queries = useQueryClient();
  const { data } = useSounds(api);
  const uploading = useMutation({
    mutationFn: (file: File) => api.uploadSound(file, file.name),
    onSuccess: (kept) => {
      queries.setQueryData<SoundList>(soundsKey, (known) =>
        known === undefined
          ? known
          : { ...known, sounds: [kept, ...known.sounds.filter(({ sha256 }) => sha256 !== kept.sha256)] },
      );
      onChoose(kept.sha256);
    },
  });
  const refused = uploading.error === null ? undefined : announcementProblem(uploading.error).words;
  const known = data?.sounds ?? [];
  return (
    <div className="rt-sound">
      <Field
        label={__("Spoken by", "ringtrail")}
        hint={__("A WAV or an MP3 of two minutes at most; the words above are what it says.", "ringtrail")}
        problem={refused ?? problem}
      >
        {(attributes) => (
          <select
            {...attributes}
            value={words.sound ?? ""}
            onChange={(event) => onChoose(event.target.value === "" ? undefined : event.target.value)}
          >
            <option value="">{__("The telephone company's voice", "ringtrail")}</option>
            {known.map(({ sha256, name, lengthMs }) => (
              <option key={sha256} value={sha256}>
                {
                  /* translators: 1: a file's name; 2: how long it sounds, such as 0:07. */
                  sprintf(__("%1$s (%2$s)", "ringtrail"), name, formatLength(lengthMs))
                }
              </option>
            ))}
            {words.sound === undefined || known.some(({ sha256 }) => sha256 === words.sound) ? null : (
              <option value={words.sound}>{words.sound.slice(0, 12)}</option>
            )}
          </select>
        )}
      </Field>
      <div className="rt-sound-ways">
        <FormFileUpload
          accept=".wav,.mp3,audio/wav,audio/mpeg"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file !== undefined) uploading.mutate(file);
            // The same file can be chosen again after it was mended.
            currentTarget.value = "";
          }}
          render={({ openFileDialog }) => (
            <Button
              variant="secondary"
              isBusy={uploading.isPending}
              disabled={uploading.isPending}
              accessibleWhenDisabled
              onClick={openFileDialog}
              __next40pxDefaultSize
            >
              {__("Upload a file", "ringtrail")}
            </Button>
          )}
        />
        <Listen api={api} words={words} sounds={data} />
      </div>
    </div>
  );
}

/** The uploaded sound; else the spoken sentence we ship, where these are its words. */
function Listen(props: {
  readonly api: AnnouncementsApi;
  readonly words: Words;
  readonly sounds: SoundList | undefined;
}): ReactNode {
  const { api, words, sounds } = props;
  const find = (list: SoundList | undefined): { readonly lengthMs: number; readonly url: string } | undefined =>
    words.sound === undefined
      ? list?.shipped.find(({ text, language }) => text === words.text && language === words.language)
      : list?.sounds.find(({ sha256 }) => sha256 === words.sound);
  const found = find(sounds);
  if (found === undefined) return null;
  return (
    <ListenButton
      key={words.sound ?? words.text}
      words={words.sound === undefined ? __("Hear a sample", "ringtrail") : __("Listen", "ringtrail")}
      lengthMs={found.lengthMs}
      askLink={async () => {
        const fresh = find(await api.sounds());
        if (fresh === undefined) throw new Error("The account has no such sound.");
        return fresh.url;
      }}
    />
  );
}
