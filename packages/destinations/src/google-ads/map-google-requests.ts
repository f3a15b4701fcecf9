import type { Instant } from "@ringtrail/core";
import type { Conversion, ConversionStep } from "@ringtrail/core/attribution";
import { hashPhone } from "../ads/hash-phone.ts";
import { apiMoment } from "./google-moment.ts";

/** Where conversions are counted. */
export interface GoogleAdsAccount {
  /** Ten digits, without hyphens. */
  readonly customerId: string;
  /** The manager account that the keys belong to, when it is another one. */
  readonly loginCustomerId: string | undefined;
  /** The number behind `ctId` in the address of the conversion action. */
  readonly conversionActionId: string;
  readonly conversionName: string;
  /** `v26` */
  readonly apiVersion: string;
}

/** An `UploadClickConversionsRequest` (ConversionUploadService). `partialFailure` "should always be set to true". */
export function mapUploads(account: GoogleAdsAccount, conversions: readonly Conversion[]) {
  return { conversions: conversions.map((one) => clickConversion(account, one)), partialFailure: true } as const;
}

/** Its `ClickConversion`: exactly one of gclid, gbraid and wbraid. */
function clickConversion(account: GoogleAdsAccount, { id, at, click, worth, saidYes, caller }: Conversion) {
  return {
    ...(click && { [click.kind]: click.id }),
    conversionAction: actionOf(account),
    conversionDateTime: apiMoment(at),
    ...(worth && { conversionValue: worth.micros / 1e6, currencyCode: worth.currency }),
    orderId: id,
    // Google: identifiers of the user go with a gclid only.
    ...(caller !== undefined &&
      click?.kind === "gclid" && {
        userIdentifiers: [{ userIdentifierSource: "FIRST_PARTY", hashedPhoneNumber: hashPhone(caller, "e164") }],
      }),
    // A visitor who was never asked is left unspecified; nobody was asked whether ads may follow them.
    ...(saidYes && { consent: { adUserData: "GRANTED" } }),
  };
}

/** An `UploadConversionAdjustmentsRequest` (ConversionAdjustmentUploadService). */
export function mapAdjustments(account: GoogleAdsAccount, steps: readonly ConversionStep[], now: Instant) {
  const conversionAdjustments = steps.flatMap((step) => {
    if (step.kind === "upload") return [];
    const named = { conversionAction: actionOf(account), orderId: step.told.id, adjustmentDateTime: apiMoment(now) };
    if (step.kind === "retract") return [{ ...named, adjustmentType: "RETRACTION" }];
    const { micros, currency } = step.worth;
    const restatementValue = { adjustedValue: micros / 1e6, currencyCode: currency };
    return [{ ...named, adjustmentType: "RESTATEMENT", restatementValue }];
  });
  return { conversionAdjustments, partialFailure: true } as const;
}

function actionOf({ customerId, conversionActionId }: GoogleAdsAccount): string {
  return `customers/${customerId}/conversionActions/${conversionActionId}`;
}
