import type { ExportWords } from "../call-columns.ts";

/** CallTrackingMetrics' names, as its API's call fields have them. */
export const ctmWords: ExportWords = {
  calls: {
    ref: ["sid", "id", "call_id"],
    number: ["tracking_number", "tracking_number_format", "called_number"],
    at: ["called_at", "date", "start_time", "unix_time"],
    zone: ["time_zone", "timezone"],
    caller: ["caller_number", "caller_number_format", "contact_number"],
    name: ["name", "caller_name", "cnam"],
    outcome: ["dial_status", "call_status", "status"],
    length: ["duration", "call_duration"],
    talk: ["talk_time"],
    direction: ["direction"],
    source: ["paid_source", "source", "source_name", "tracking_source"],
    medium: ["paid_medium", "medium"],
    campaign: ["paid_campaign", "campaign"],
    keyword: ["paid_keyword", "keyword", "search"],
    landing: ["location", "landing_page", "landing_url"],
    referrer: ["referrer", "referring_url"],
    first: ["is_new_caller", "new_caller"],
    recording: ["audio", "recording", "recording_url"],
  },
  numbers: {
    number: ["number", "tracking_number", "phone_number", "formatted"],
    source: ["source", "source_name", "name"],
  },
  needed: ["ref", "number", "at", "caller", "outcome", "length"],
  outcomes: new Map([
    ["completed", "answered"],
    ["answered", "answered"],
    ["no_answer", "no_answer"],
    ["noanswer", "no_answer"],
    ["missed", "no_answer"],
    ["voicemail", "no_answer"],
    ["busy", "busy"],
    ["failed", "failed"],
    ["canceled", "canceled"],
    ["cancelled", "canceled"],
    ["hangup", "canceled"],
    ["abandoned", "canceled"],
  ]),
};
