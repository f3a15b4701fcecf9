import type { CallNoteShown, CallNoteWanted } from "@ringtrail/api-contract";

/** A note as it is typed. */
export interface NoteDraft {
  readonly lead: string;
  /** Apart by commas. */
  readonly tags: string;
  readonly text: string;
}

export const leads = ["open", "good", "won", "lost", "none"] as const;
export type Lead = (typeof leads)[number];

/** A note as fields show it. */
export function draftNote({ lead, tags, text }: CallNoteShown): NoteDraft {
  return { lead: lead ?? "", tags: tags.join(", "), text: text ?? "" };
}

/** A draft as the API takes it: each tag once, in the order it was typed. */
export function readNote({ lead, tags, text }: NoteDraft): CallNoteWanted {
  const known = leads.find((one) => one === lead);
  const each = tags
    .split(",")
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");
  return {
    ...(known === undefined ? {} : { lead: known }),
    tags: [...new Set(each)],
    ...(text.trim() === "" ? {} : { text: text.trim() }),
  };
}
