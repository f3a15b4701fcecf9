/** A text for people, as translators get it. */
export interface Text {
  readonly words: string;
  readonly plural: string | undefined;
  readonly context: string | undefined;
  /** What the developers tell translators of it. */
  readonly note: string | undefined;
  readonly file: string;
}

const quoted = String.raw`"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|` + "`[^`$]*`";
const call = new RegExp(
  String.raw`\b(__|_e|_x|_n|_nx|esc_html__|esc_html_e|esc_attr__|esc_attr_e)\(\s*(${quoted})(?:\s*,\s*(${quoted}))?`,
  "g",
);
const note = /\/\*\s*translators: (.*?)\s*\*\//g;

/** Every text of one file, PHP or TypeScript: both mark them by the same calls. */
export function textsOf(code: string, file: string): readonly Text[] {
  const notes = [...code.matchAll(note)];
  return [...code.matchAll(call)].map(({ index, 1: name = "", 2: first = "", 3: second }) => {
    // A note belongs to the call that follows it within a few lines.
    const told = notes.findLast((one) => one.index < index && index - one.index < 400);
    return {
      words: unquote(first),
      plural: name.startsWith("_n") && second !== undefined ? unquote(second) : undefined,
      context: name === "_x" && second !== undefined ? unquote(second) : undefined,
      note: told?.[1],
      file,
    };
  });
}

function unquote(text: string): string {
  return text.slice(1, -1).replaceAll(/\\(.)/g, (_all, mark: string) => (mark === "n" ? "\n" : mark));
}
