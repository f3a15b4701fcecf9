import type { CallNoteShown } from "@ringtrail/api-contract";
import { useQuery } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import type { NotesApi } from "../frame/host.tsx";
import { problemIn } from "../frame/problem-in.ts";
import { Card } from "../parts/card.tsx";
import { Loaded } from "../parts/loaded.tsx";
import { NoteForm } from "./note-form.tsx";

/** How the call turned out, its tags and a note. Whoever may not see callers is not shown it. */
export function NoteCard(props: { readonly api: NotesApi; readonly call: string }): ReactNode {
  const { api, call } = props;
  const note = useQuery({ queryKey: ["call-note", call], queryFn: () => api.callNote(call) });
  if (note.error !== null && problemIn(note.error)?.status === 403) return null;
  return (
    <Card title={__("What it was", "ringtrail")}>
      <Loaded query={note}>{(shown: CallNoteShown) => <NoteForm api={api} call={call} note={shown} />}</Loaded>
    </Card>
  );
}
