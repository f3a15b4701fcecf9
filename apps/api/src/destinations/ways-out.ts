import { openMailer, openSender } from "@ringtrail/destinations";
import type { Deps } from "../deps.ts";
import type { Settings } from "../env.ts";

/** The ways to servers of others: over HTTP always, by mail where the owner has set a mail server up. */
export function waysOut(settings: Settings): {
  readonly ways: Pick<Deps, "send" | "sendMail">;
  readonly close: () => Promise<void>;
} {
  const { smtpUrl, mailFrom, reachPrivateNetworks = false } = settings;
  const sender = openSender({ mayReachPrivate: reachPrivateNetworks });
  const from = mailFrom ?? `Ringtrail <ringtrail@${smtpUrl === undefined ? "localhost" : new URL(smtpUrl).hostname}>`;
  const mailer = smtpUrl === undefined ? undefined : openMailer({ smtpUrl, from });
  return {
    ways: { send: sender.send, sendMail: mailer?.sendMail },
    close: async () => {
      mailer?.close();
      await sender.close();
    },
  };
}
