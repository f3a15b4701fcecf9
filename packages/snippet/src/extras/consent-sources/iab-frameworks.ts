import type { Choice } from "@ringtrail/core/consent";
import type { AnswerSource } from "../../read-answer.ts";

interface TcfData {
  readonly gdprApplies?: boolean;
  readonly eventStatus?: string;
  readonly purpose?: { readonly consents?: Readonly<Record<number, boolean>> };
}
interface Iab {
  __tcfapi?(command: string, version: number, heard: (data: TcfData | null) => void): void;
  __gpp?(command: string, heard: (data: object) => void): void;
}

/** Undefined until the framework is on the page, empty until it has spoken, null where it does not apply. */
let said: Choice | "" | null | undefined;
/** False until a section of the platform objects. */
let objection: boolean | undefined;

/**
 * Says what the visitor told a banner of IAB Europe's Transparency and Consent Framework: storing (purpose 1) and
 * measuring ads (purpose 7) must both be granted. A framework that is there speaks on every page anew, and is waited for.
 * https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework
 */
export const readTcf: AnswerSource = () => {
  const { __tcfapi } = window as Iab;
  if (__tcfapi && said === undefined) {
    said = "";
    __tcfapi("addEventListener", 2, (data) => {
      const { 1: mayStore, 7: mayMeasure } = data?.purpose?.consents ?? {};
      said = mayStore && mayMeasure ? "granted" : data?.eventStatus === "cmpuishown" ? "unanswered" : "denied";
      // Undefined is not known yet: a place where it does not apply says so.
      if (String(data?.gdprApplies) === "false") said = null;
    });
  }
  return said;
};

/**
 * Objects when a section of the Global Privacy Platform opts out of selling, sharing or targeting.
 * https://github.com/InteractiveAdvertisingBureau/Global-Privacy-Platform
 */
export const readGpp: AnswerSource = () => {
  const { __gpp } = window as Iab;
  if (__gpp && objection === undefined) {
    objection = false;
    __gpp("addEventListener", (data) => {
      // SaleOptOut, SharingOptOut and TargetedAdvertisingOptOut say 1 for an opt-out.
      objection = /OptOut":1|"Gpc":true/.test(JSON.stringify(data)) && true;
    });
  }
  return objection;
};
