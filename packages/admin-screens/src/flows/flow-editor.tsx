import type { KeptCallFlow, SiteSummary } from "@ringtrail/api-contract";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Notice } from "@wordpress/components";
import { __ } from "@wordpress/i18n";
import { useRef, type ReactNode } from "react";
import { flowKey } from "../consent/announcements/flow-key.ts";
import type { FlowsApi } from "../frame/host.tsx";
import { Card } from "../parts/card.tsx";
import { FlowDiagram } from "./flow-diagram.tsx";
import { draftOf, flowWith, type FlowDraft } from "./flow-draft.ts";
import { FlowForm } from "./flow-form.tsx";
import { flowProblem } from "./flow-problem.ts";
import { stepOf } from "./step-ground.ts";
import { CannotList } from "./step-card.tsx";
import { TestCall } from "./test-call.tsx";
import { useDraft } from "./use-draft.ts";
import { useSettled } from "./use-settled.ts";

/** One site's flow: the form, and beside it the picture of what it says and a test call. */
export function FlowEditor(props: {
  readonly api: FlowsApi;
  readonly site: SiteSummary;
  readonly kept: KeptCallFlow;
}): ReactNode {
  const { api, site, kept } = props;
  const queries = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  // Undefined while nothing is written: then what is kept is shown, also when somebody else changes it.
  const { written, write, settle } = useDraft(site.id);
  const saving = useMutation({
    // Read again first: the rest of the flow may have changed while this was written.
    mutationFn: async (draft: FlowDraft) =>
      api.setCallFlow(site.id, flowWith((await api.callFlow(site.id)).flow, draft)),
    onSuccess: (now, sent) => {
      queries.setQueryData(flowKey(site.id), now);
      settle(sent);
    },
  });
  const discard = (): void => {
    saving.reset();
    write(undefined);
  };
  const draft = written ?? draftOf(kept.flow);
  const cannot = useCannot(api, site.id, kept, written);
  const problem = saving.error === null ? undefined : flowProblem(saving.error);
  const problemOf = (path: string): string | undefined => (problem?.field === path ? problem.words : undefined);
  const wrongStep = problem?.field === undefined ? undefined : stepOf(problem.field);
  const marked = new Set([
    ...cannot.flatMap(({ step }) => step ?? []),
    ...(wrongStep === undefined ? [] : [wrongStep]),
  ]);
  const show = (name: string): void => {
    const step = form.current?.querySelector(`[data-step="${CSS.escape(name)}"]`);
    step?.scrollIntoView({ block: "center" });
    step?.querySelector<HTMLElement>("textarea, input, select")?.focus({ preventScroll: true });
  };
  return (
    <div className="rt-flow-columns">
      <form
        ref={form}
        className="rt-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate(draft);
        }}
      >
        <FlowForm
          api={api}
          draft={draft}
          language={kept.flow.announcement.language}
          cannot={cannot}
          problemOf={problemOf}
          onWrite={(change) => {
            if (!saving.isPending) saving.reset();
            write({ ...draft, ...change });
          }}
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
          {written === undefined ? null : (
            <Button variant="tertiary" onClick={discard} __next40pxDefaultSize>
              {__("Discard", "ringtrail")}
            </Button>
          )}
          <span role="status" className="rt-faint">
            {stateWords(written !== undefined, saving.isSuccess)}
          </span>
        </div>
      </form>
      <div className="rt-flow-side">
        <Card title={__("What callers go through", "ringtrail")}>
          {draft.steps === undefined ? (
            <p className="rt-soft">{__("The business rings at once.", "ringtrail")}</p>
          ) : (
            <FlowDiagram steps={draft.steps} marked={marked} onChoose={show} />
          )}
          <CannotList cannot={cannot.filter(({ step }) => step === undefined).map(({ words }) => words)} />
        </Card>
        <TestCall api={api} site={site} />
      </div>
    </div>
  );
}

function stateWords(isWritten: boolean, isSaved: boolean): string | undefined {
  if (isWritten) return __("Not saved yet: calls go as before.", "ringtrail");
  return isSaved ? __("Saved. The next call goes through it.", "ringtrail") : undefined;
}

/** What the site's carriers cannot do of what is written, asked a moment after the last key; nothing is kept by it. */
function useCannot(
  api: FlowsApi,
  site: string,
  kept: KeptCallFlow,
  written: FlowDraft | undefined,
): KeptCallFlow["cannot"] {
  const settled = useSettled(written, 400);
  const asked = settled === undefined ? undefined : flowWith(kept.flow, settled);
  const checked = useQuery({
    queryKey: ["call-flow-check", site, asked],
    queryFn: () => (asked === undefined ? kept : api.checkCallFlow(site, asked)),
    enabled: asked !== undefined,
    // What is wrong with it is said when it is saved; until then the last answer stands.
    retry: false,
    placeholderData: (before) => before,
  });
  return written === undefined ? kept.cannot : (checked.data?.cannot ?? kept.cannot);
}
