import type { AdPlatformShown } from "@ringtrail/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Notice } from "@wordpress/components";
import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import type { AdsApi } from "../frame/host.tsx";
import { problemIn } from "../frame/problem-in.ts";
import { Field } from "../parts/field.tsx";
import { adDraftOf, adFields, adWanted, type AdDraft } from "./ad-draft.ts";
import { adFieldWords } from "./ad-field-words.ts";
import { adsKey } from "./ads-key.ts";
import { PolicyFields } from "./policy-fields.tsx";

/** Sets a platform up or changes it. A refusal stands beside its field, and nothing typed is lost. */
export function AdPlatformForm(props: {
  readonly api: AdsApi;
  readonly platform: AdDraft["platform"];
  readonly site: string;
  readonly shown: AdPlatformShown | undefined;
  readonly onSaved: () => void;
}): ReactNode {
  const { api, platform, site, shown, onSaved } = props;
  const [draft, setDraft] = useState(() => adDraftOf(platform, site, shown));
  const queries = useQueryClient();
  const saving = useMutation({
    mutationFn: (sent: AdDraft) => api.saveAdPlatform(adWanted(sent, shown?.isOn ?? true)),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: adsKey });
      onSaved();
    },
  });
  const problem = saving.error === null ? undefined : refusal(saving.error);
  const write = (change: Partial<AdDraft>): void => {
    if (!saving.isPending) saving.reset();
    setDraft({ ...draft, ...change });
  };
  const isOurs = (field: string | undefined): boolean => adFields[platform].some(([name]) => name === field);
  return (
    <form
      className="rt-form rt-own-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving.isPending) saving.mutate(draft);
      }}
    >
      {adFields[platform].map(([name, kind]) => {
        const { label, hint } = adFieldWords(name);
        const isKept = kind === "key" && shown !== undefined;
        return (
          <Field
            key={name}
            label={label}
            hint={isKept ? __("Sealed and never shown. Left empty, it stays as it is.", "ringtrail") : hint}
            problem={problem?.field === name ? (problem.isMalformed ? asShown(hint) : problem.words) : undefined}
          >
            {(attributes) => (
              <input
                {...attributes}
                type={kind === "key" ? "password" : "text"}
                autoComplete="off"
                aria-required={kind !== "id?" && !isKept}
                value={draft.said.get(name) ?? ""}
                onChange={({ target: { value } }) => write({ said: new Map([...draft.said, [name, value]]) })}
              />
            )}
          </Field>
        );
      })}
      <PolicyFields
        draft={draft}
        problem={problem?.field?.startsWith("policy") === true ? problem : undefined}
        onWrite={write}
      />
      {problem === undefined || isOurs(problem.field) || problem.field?.startsWith("policy") === true ? null : (
        <Notice status="error" isDismissible={false}>
          {problem.words}
        </Notice>
      )}
      <div className="rt-save">
        <Button type="submit" variant="primary" isBusy={saving.isPending} __next40pxDefaultSize>
          {shown === undefined ? __("Set up", "ringtrail") : __("Save", "ringtrail")}
        </Button>
      </div>
    </form>
  );
}

/** What a field that was not taken asks for. */
function asShown(hint: string | undefined): string {
  return `${__("Write it as the platform shows it.", "ringtrail")} ${hint ?? ""}`.trim();
}

interface Refusal {
  readonly field: string | undefined;
  readonly words: string;
  /** It is empty or no such thing; the API's words of a body say nothing to a person. */
  readonly isMalformed: boolean;
}

/** Why it was not kept, and the field that is to blame. */
function refusal(error: Error): Refusal {
  const problem = problemIn(error);
  if (problem === undefined) {
    const words = __("The server cannot be reached. What you wrote is still here: save it again.", "ringtrail");
    return { field: undefined, words, isMalformed: false };
  }
  const words = `${problem.title} ${problem.fix ?? ""}`.trim();
  return { field: problem.field?.replace(/^keys\./, ""), words, isMalformed: problem.code === "body_invalid" };
}
