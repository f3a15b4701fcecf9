import { InvalidArgumentError } from "commander";

/** The options of a question, as somebody types them. */
export interface QuestionOptions {
  readonly business: readonly string[];
  readonly caller?: string;
  readonly callerPlace?: string;
  readonly line?: string;
  readonly billing?: string;
  readonly visit: readonly TypedVisit[];
  readonly agent?: string;
  readonly recorder?: string;
  readonly channel?: string;
  readonly direction?: string;
  readonly want?: string;
  readonly at?: string;
  readonly flag: Readonly<Record<string, unknown>>;
}

interface TypedVisit {
  readonly place: string;
  readonly probability: number;
}

/** The question in the words of a case file, so that both are checked by the same rules. */
export function writeQuestion(options: QuestionOptions): object {
  const { business, caller, visit } = options;
  return {
    at: options.at,
    business_jurisdictions: business,
    agent_location: options.agent,
    recording_location: options.recorder,
    channel: options.channel,
    direction: options.direction,
    caller: {
      number: caller === "anonymous" ? undefined : caller?.replaceAll(/[\s().-]/g, ""),
      line_type: options.line,
      declared: options.callerPlace,
      billing: options.billing,
      visits: visit,
    },
    flags: options.flag,
    policy: options.want === undefined ? undefined : { want: options.want },
  };
}

/** Reads `US-TX,US-CA`, adding to what earlier options said. */
export function readPlaces(list: string, before: readonly string[] = []): readonly string[] {
  const places = list.split(",").map((place) => place.trim());
  return [...before, ...places.filter((place) => place !== "")];
}

/** Reads `US-CA:0.8`: where a visit came from, and how likely the call is its. Without a number it is certain. */
export function readVisit(typed: string, before: readonly TypedVisit[] = []): readonly TypedVisit[] {
  const [place = "", probability = "1"] = typed.split(":");
  if (!/^(0(\.\d+)?|1(\.0+)?)$/.test(probability)) {
    throw new InvalidArgumentError("Write it as US-CA:0.8, with a probability from 0 to 1.");
  }
  return [...before, { place, probability: Number(probability) }];
}

/** Reads `refused` or `purpose=quality`. Yes, no, null and numbers are taken as such. */
export function readFlag(typed: string, before: Readonly<Record<string, unknown>> = {}) {
  const [name = "", ...rest] = typed.split("=");
  const value = rest.join("=");
  const isJson = /^(true|false|null|\d+)$/.test(value);
  return { ...before, [name]: rest.length === 0 ? true : isJson ? JSON.parse(value) : value };
}
