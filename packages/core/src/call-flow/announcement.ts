import type { Jurisdiction } from "../consent/recording-question.ts";
import type { RecordingDecision } from "../consent/recording-decision.ts";
import type { CallFlow } from "./call-flow.ts";
import type { Words } from "./words.ts";

/** What the parties of a call are told of its recording. */
export interface Announcement extends Words {
  /** Keypad key that refuses the recording; the call goes on, unrecorded. */
  readonly refusalKey: string | undefined;
  /** Whether the notice says that the call `is` recorded or `may_be`. Undefined is read out of the text. */
  readonly manner?: "is" | "may_be" | undefined;
  /** One sentence: heard again inside a recording, and by whoever answers. Undefined takes the shipped one. */
  readonly short?: Words | undefined;
  /** Asks for a yes where the law wants one. Undefined takes the shipped one. */
  readonly question?: Words | undefined;
}

/** The key that says yes to the question. */
export const yesKey = "1";

/** What Ringtrail ships, by the language before the hyphen. */
export const shippedWordings: Readonly<
  Record<"en" | "es", Required<Pick<Announcement, "short" | "question">> & Words>
> = {
  en: {
    text: "This call will be recorded for training and quality assurance purposes.",
    language: "en-US",
    short: { text: "This call is being recorded.", language: "en-US" },
    question: {
      text: "We would like to record this call for training and quality assurance purposes. To agree, press 1 or say yes. Otherwise, please hold and the call will not be recorded.",
      language: "en-US",
    },
  },
  es: {
    text: "Esta llamada será grabada con fines de capacitación y control de calidad.",
    language: "es-US",
    short: { text: "Esta llamada está siendo grabada.", language: "es-US" },
    question: {
      text: "Quisiéramos grabar esta llamada con fines de capacitación y control de calidad. Para aceptar, oprima 1 o diga sí. De lo contrario, espere en la línea y la llamada no será grabada.",
      language: "es-US",
    },
  },
};

/** The wording every new account starts with, switched on. */
export const defaultAnnouncement: Announcement = {
  text: shippedWordings.en.text,
  language: shippedWordings.en.language,
  refusalKey: "9",
};

/** A wording of the owner's for calls that a certain place governs. */
export interface PlaceWording {
  /** As in the rule set: `NO`, `US-WA`. */
  readonly place: Jurisdiction;
  readonly announcement: Announcement;
}

/**
 * The announcement for one call: the owner's for the place that governs, else the owner's usual one; and the shipped
 * one, which is definite, where a place rejects "may be recorded" (Norway) and that is what the owner's says.
 */
export function chooseAnnouncement(
  usual: Announcement,
  perPlace: readonly PlaceWording[],
  { governing, detail }: Pick<RecordingDecision, "governing" | "detail">,
): Announcement {
  const own = perPlace.find(({ place }) => place === governing.place)?.announcement ?? usual;
  const wantsDefinite = detail.wordingDefect || detail.noticeMustSay.includes("definite_wording");
  if (!wantsDefinite || mannerOf(own) === "is") return own;
  return { ...shipped(own), refusalKey: own.refusalKey };
}

/** The announcement that one call hears. */
export function announcementFor(
  { announcement, placeWordings = [] }: Pick<CallFlow, "announcement" | "placeWordings">,
  decision: Pick<RecordingDecision, "governing" | "detail">,
): Announcement {
  return chooseAnnouncement(announcement, placeWordings, decision);
}

/** Says whether a notice is definite. The words for "may be" are read in the languages we ship and Norwegian. */
export function mannerOf({ manner, text }: Pick<Announcement, "manner" | "text">): "is" | "may_be" {
  return manner ?? (/\b(may|might|can|could|puede|podr[ií]a|kan|vil kunne)\b/i.test(text) ? "may_be" : "is");
}

/** The one sentence that is heard inside a recording and by whoever answers. */
export function shortWords(announcement: Announcement): Words {
  return announcement.short ?? shipped(announcement).short;
}

/** The question for a yes. */
export function questionWords(announcement: Announcement): Words {
  return announcement.question ?? shipped(announcement).question;
}

/** What a caller hears whose call cannot be taken, because the notice failed and the owner wants no call without it. */
export function shippedSorry({ language }: Pick<Announcement, "language">): Words {
  return language.toLowerCase().startsWith("es")
    ? { text: "Lo sentimos, no podemos atender su llamada en este momento. Llame más tarde.", language: "es-US" }
    : { text: "We are sorry, your call cannot be taken at the moment. Please call again later.", language: "en-US" };
}

function shipped({ language }: Pick<Announcement, "language">): (typeof shippedWordings)["en"] {
  return language.toLowerCase().startsWith("es") ? shippedWordings.es : shippedWordings.en;
}
