/** Reads fields of unknown JSON and remembers where the first wrong one was, so that nothing has to be thrown. */
export interface JsonReader {
  /** Where the first wrong field is; undefined while all is well. */
  readonly wrongAt: () => string | undefined;
  readonly wrong: (at: string) => void;
  readonly object: (value: unknown, at: string) => Readonly<Record<string, unknown>>;
  readonly text: (value: unknown, at: string) => string;
  readonly texts: (value: unknown, at: string) => readonly string[];
  readonly flag: (value: unknown, at: string) => boolean;
  readonly oneOf: <Word extends string>(value: unknown, words: readonly [Word, ...Word[]], at: string) => Word;
  readonly each: <Item>(value: unknown, at: string, read: (item: unknown, at: string) => Item) => readonly Item[];
}

/** Makes a reader for one file. A field that is absent where it may be reads as its empty value. */
export function makeJsonReader(): JsonReader {
  let first: string | undefined;
  const wrong = (at: string) => void (first ??= at);
  const object: JsonReader["object"] = (value, at) => {
    if (isObject(value)) return value;
    wrong(at);
    return {};
  };
  const text: JsonReader["text"] = (value, at) => {
    if (typeof value === "string" && value !== "") return value;
    wrong(at);
    return "";
  };
  const each: JsonReader["each"] = (value, at, read) => {
    if (value === undefined) return [];
    if (Array.isArray(value)) return value.map((item, index) => read(item, `${at}[${index}]`));
    wrong(at);
    return [];
  };
  return {
    wrongAt: () => first,
    wrong,
    object,
    text,
    each,
    texts: (value, at) => each(value, at, text),
    flag: (value, at) => {
      if (value !== undefined && typeof value !== "boolean") wrong(at);
      return value === true;
    },
    oneOf: (value, words, at) => {
      const word = words.find((one) => one === value);
      if (word === undefined) wrong(at);
      return word ?? words[0];
    },
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
