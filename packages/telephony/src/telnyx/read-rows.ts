import { parseE164 } from "@ringtrail/core";
import type { CarrierNumber, MonthlyPrice, OfferedNumber } from "../carrier-provider.ts";
import { isRow, text, type Row } from "../twilio/read-list.ts";

/** The application that holds a number's addresses. Telnyx keeps addresses with applications, not with numbers. */
export interface Application {
  readonly id: string;
  readonly name: string;
  readonly voiceUrl: string | undefined;
  readonly fallbackUrl: string | undefined;
  readonly statusUrl: string | undefined;
}

/** Reads a TeXML application. */
export function readApplication(row: Row): Application | undefined {
  const id = idOf(row);
  if (id === undefined) return undefined;
  return {
    id,
    name: text(row, "friendly_name") ?? "",
    voiceUrl: text(row, "voice_url"),
    fallbackUrl: text(row, "voice_fallback_url"),
    statusUrl: text(row, "status_callback"),
  };
}

/** Reads a rented number, with the addresses of its application. */
export function readNumber(row: Row, applications: readonly Application[]): CarrierNumber | undefined {
  const ref = idOf(row);
  const e164 = parseE164(text(row, "phone_number") ?? "");
  if (ref === undefined || !e164.ok) return undefined;
  const application = applications.find(({ id }) => id === String(row["connection_id"] ?? ""));
  const { voiceUrl, fallbackUrl, statusUrl } = application ?? {
    voiceUrl: undefined,
    fallbackUrl: undefined,
    statusUrl: undefined,
  };
  return { ref, e164: e164.value, voiceUrl, fallbackUrl, statusUrl, fallbackMethod: undefined };
}

/** Reads a number for rent. */
export function readOffer(row: Row): OfferedNumber | undefined {
  const e164 = parseE164(text(row, "phone_number") ?? "");
  if (!e164.ok) return undefined;
  const regions = Array.isArray(row["region_information"]) ? row["region_information"].filter(isRow) : [];
  const region = (kind: string) => regions.find((one) => one["region_type"] === kind);
  const named = (one: Row | undefined) => one && text(one, "region_name");
  const locality = named(region("rate_center") ?? region("location"));
  return { e164: e164.value, locality, region: named(region("state")), price: readPrice(row["cost_information"]) };
}

function readPrice(cost: unknown): MonthlyPrice | undefined {
  if (!isRow(cost)) return undefined;
  const [amount, currency] = [Number(text(cost, "monthly_cost")), text(cost, "currency")];
  return Number.isFinite(amount) && currency !== undefined ? { cents: Math.round(amount * 100), currency } : undefined;
}

/** Ids are texts or whole numbers. */
export function idOf(row: Row): string | undefined {
  const id = row["id"];
  return typeof id === "string" || typeof id === "number" ? String(id) : undefined;
}
