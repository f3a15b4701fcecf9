import type { BookedCall, BookedRecording, FakeNumber } from "./exchange.ts";
import { twilioDate } from "./write-date.ts";

const apiVersion = "2010-04-01";

/** A call as Twilio's API shows it. */
export function describeCall(call: BookedCall): Readonly<Record<string, unknown>> {
  return {
    account_sid: call.account,
    api_version: apiVersion,
    date_created: twilioDate(call.startedAt),
    date_updated: twilioDate(call.endedAt ?? call.startedAt),
    direction: call.direction,
    duration: call.endedAt === undefined ? null : String(call.seconds),
    end_time: call.endedAt === undefined ? null : twilioDate(call.endedAt),
    from: call.from,
    parent_call_sid: call.parent ?? null,
    phone_number_sid: call.numberSid ?? null,
    sid: call.sid,
    start_time: twilioDate(call.startedAt),
    status: call.status,
    to: call.to,
    uri: `/${apiVersion}/Accounts/${call.account}/Calls/${call.sid}.json`,
  };
}

/** A recording as Twilio's API shows it. */
export function describeRecording(recording: BookedRecording): Readonly<Record<string, unknown>> {
  return {
    account_sid: recording.account,
    api_version: apiVersion,
    call_sid: recording.callSid,
    channels: recording.channels,
    conference_sid: null,
    date_created: twilioDate(recording.startedAt),
    date_updated: twilioDate(recording.startedAt),
    duration: recording.status === "completed" ? String(recording.seconds) : null,
    encryption_details: null,
    error_code: recording.status === "absent" ? 16_101 : null,
    sid: recording.sid,
    source: recording.source,
    start_time: twilioDate(recording.startedAt),
    status: recording.status,
    uri: `/${apiVersion}/Accounts/${recording.account}/Recordings/${recording.sid}.json`,
  };
}

/** An incoming phone number as Twilio's API shows it. */
export function describeNumber(number: FakeNumber): Readonly<Record<string, unknown>> {
  const setting = (name: string, usual = "") => number.settings[name] ?? usual;
  return {
    account_sid: number.account,
    api_version: apiVersion,
    capabilities: { voice: true, sms: false, mms: false, fax: false },
    date_created: twilioDate(number.createdAt),
    date_updated: twilioDate(number.createdAt),
    friendly_name: setting("FriendlyName", number.e164),
    origin: "twilio",
    phone_number: number.e164,
    sid: number.sid,
    status: "in-use",
    status_callback: setting("StatusCallback"),
    status_callback_method: setting("StatusCallbackMethod", "POST"),
    uri: `/${apiVersion}/Accounts/${number.account}/IncomingPhoneNumbers/${number.sid}.json`,
    voice_caller_id_lookup: setting("VoiceCallerIdLookup") === "true",
    voice_fallback_method: setting("VoiceFallbackMethod", "POST"),
    voice_fallback_url: setting("VoiceFallbackUrl"),
    voice_method: setting("VoiceMethod", "POST"),
    voice_url: setting("VoiceUrl"),
  };
}
