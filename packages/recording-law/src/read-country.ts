import { makeJsonReader, type JsonReader } from "./json-reader.ts";
import type { Exception, Loaded, NoticeWords, PlaceLaw } from "./rule-set.ts";

/** One country's file, read. */
export interface CountryLaw {
  readonly country: string;
  /** Every part of the country is listed, so another code is a mistake. */
  readonly listsEveryPart: boolean;
  readonly places: readonly PlaceLaw[];
}

/** Reads one country's file. What does not have the shape of `schema/country.schema.json` is refused. */
export function readCountry(file: string, json: unknown): Loaded<CountryLaw> {
  const reader = makeJsonReader();
  const root = reader.object(json, "");
  const country = reader.text(root["country"], "country");
  const listsEveryPart = reader.flag(root["listsEveryPart"], "listsEveryPart");
  const places = Object.entries(reader.object(root["places"], "places")).map(([place, fields]) =>
    readPlace(reader, place, fields),
  );
  const at = reader.wrongAt() ?? places.find(({ place }) => !place.startsWith(country))?.place;
  if (at !== undefined) return { ok: false, reason: { code: "rule_set_malformed", file, at } };
  return { ok: true, value: { country, listsEveryPart, places } };
}

const means = ["announce", "silent", "active_consent", "do_not_record"] as const;
const verifications = ["unverified", "read", "read-address-not-kept", "list-corroborated", "statute-known"] as const;
const purposes = ["quality", "training", "documentation", "orders", "support", "criminal"] as const;
const noticeWords: readonly [NoticeWords, ...NoticeWords[]] = [
  "that_it_is_recorded",
  "purpose",
  "controller",
  "objection_or_privacy_notice",
  "how_to_object",
  "alternative",
  "access_and_withdrawal",
  "retention",
  "right_to_complain",
  "definite_wording",
];

function readPlace(reader: JsonReader, place: string, json: unknown): PlaceLaw {
  const at = (field: string) => `places.${place}.${field}`;
  const fields = reader.object(json, `places.${place}`);
  const announcement = reader.object(fields["announcement"], at("announcement"));
  const spoken = ["voice", "beep_15s"] as const;
  return {
    place,
    name: reader.text(fields["name"], at("name")),
    phone: reader.oneOf(fields["phone"], means, at("phone")),
    video: reader.oneOf(fields["video"], means, at("video")),
    confidence: reader.oneOf(fields["confidence"], ["disputed", "settled"], at("confidence")),
    isFloor: reader.flag(fields["floor"], at("floor")),
    activeConsentAdvised: fields["activeConsent"] === "advised",
    announcementMustBeRecorded: reader.flag(announcement["insideRecording"], at("announcement.insideRecording")),
    noticeMethods: reader.each(announcement["methods"], at("announcement.methods"), (word, where) =>
      reader.oneOf(word, spoken, where),
    ),
    noticeMustSay: reader.each(announcement["mustSay"], at("announcement.mustSay"), (word, where) =>
      reader.oneOf(word, noticeWords, where),
    ),
    rejectsMayBe: reader.flag(announcement["rejectsMayBe"], at("announcement.rejectsMayBe")),
    evidenceLimitedWithoutNotice: fields["evidence"] !== undefined,
    exceptions: reader.each(fields["exceptions"], at("exceptions"), (item, where) =>
      readException(reader, item, where),
    ),
    override: undefined,
    citations: [
      {
        text: reader.text(fields["citation"], at("citation")),
        of: place,
        verification: reader.oneOf(fields["verification"], verifications, at("verification")),
        asOf: reader.text(fields["asOf"], at("asOf")),
        sources: reader.texts(fields["sources"], at("sources")),
      },
    ],
    summary: reader.text(fields["summary"], at("summary")),
    since2017: readSince2017(reader, fields["since2017"], at("since2017")),
  };
}

function readException(reader: JsonReader, json: unknown, at: string): Exception {
  const fields = reader.object(json, at);
  const when = reader.object(fields["when"], `${at}.when`);
  const days = when["retentionDaysAtMost"];
  if (days !== undefined && typeof days !== "number") reader.wrong(`${at}.when.retentionDaysAtMost`);
  if (Object.keys(when).length === 0) reader.wrong(`${at}.when`);
  return {
    when: {
      ...(when["purpose"] !== undefined && { purpose: reader.oneOf(when["purpose"], purposes, `${at}.when.purpose`) }),
      ...(typeof days === "number" && { retentionDaysAtMost: days }),
      ...(reader.flag(when["sensitiveData"], `${at}.when.sensitiveData`) && { sensitiveData: true }),
      ...(reader.flag(when["continuousWithoutNeed"], `${at}.when.continuousWithoutNeed`) && {
        continuousWithoutNeed: true,
      }),
    },
    means: reader.oneOf(fields["means"], means, `${at}.means`),
    note: reader.text(fields["note"], `${at}.note`),
  };
}

function readSince2017(reader: JsonReader, json: unknown, at: string): PlaceLaw["since2017"] {
  if (json === undefined) return undefined;
  const fields = reader.object(json, at);
  return { changed: reader.flag(fields["changed"], `${at}.changed`), why: reader.text(fields["why"], `${at}.why`) };
}
