import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Every name of the door, types included; a changed list is a changed promise and needs a changeset. */
const names = `sayFact ToldToPerson quietLeft QuietHours mapMail Mail mapDigest WeekOfCalls openMailer Mailer
  MailerOptions SendMail sendSlack Outcome givenUpAfterMs planRest planRetry readOutcome mapWebhook payloadVersion CallerToTell
  WebhookPayload sendWebhook WebhookToSend readTarget Send SendAnswer SendRequest SendTrouble Sender SenderOptions isPublicAddress openSender
  SecretMalformed SignedHeaders WebhookSecret readWebhookSecret signWebhook writeWebhookSecret
  AdPlatformRules Ga4Stream GoogleAdsAccount GoogleAdsKeys GoogleHosts MetaPixel Outcomes PlatformTrouble clickWindowMs
  platformRules tellGa4 tellGoogleAds tellMeta writeGoogleAdjustments writeGoogleConversions writeMicrosoftAdjustments
  writeMicrosoftConversions`;

test("the door of the package has exactly these names", () => {
  const source = readFileSync(new URL("./index.ts", import.meta.url), "utf8");
  const found = [...source.matchAll(/^export (?:type )?\{([^}]*)\}/gm)]
    .flatMap(([, list = ""]) => list.split(","))
    .map((name) => name.trim())
    .filter((name) => name !== "");

  expect(found.toSorted()).toEqual(names.split(/\s+/).toSorted());
  expect(source).not.toContain("export *");
});
