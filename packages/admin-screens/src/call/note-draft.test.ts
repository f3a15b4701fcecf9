import { expect, test } from "vitest";
import { draftNote, readNote } from "./note-draft.ts";

test("a note that nobody changed is read as it was", () => {
  const note = { lead: "won" as const, tags: ["roof", "second visit"], text: "Calls again on Monday" };
  expect(readNote(draftNote(note))).toEqual(note);
  expect(readNote(draftNote({ tags: [] }))).toEqual({ tags: [] });
});

test("tags are apart by commas, each once; what is no status is none", () => {
  expect(readNote({ lead: "great", tags: " roof,, gutter ,roof", text: "  " })).toEqual({ tags: ["roof", "gutter"] });
});
