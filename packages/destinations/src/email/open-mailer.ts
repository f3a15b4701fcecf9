import { createTransport } from "nodemailer";
import type { Outcome } from "../delivery/outcome.ts";
import type { Mail } from "./map-mail.ts";

/** How mails leave. */
export interface MailerOptions {
  /** `smtps://user:password@smtp.example.com` or `smtp://...:587`. Never logged. */
  readonly smtpUrl: string;
  /** `Ringtrail <calls@example.com>`. */
  readonly from: string;
}

/** Sends one mail to one mailbox. `id` makes repetitions of it recognizable (Message-ID). */
export type SendMail = (to: string, mail: Mail, id: string) => Promise<Outcome>;

/** The connections mails leave by. */
export interface Mailer {
  readonly sendMail: SendMail;
  readonly close: () => void;
}

/** Opens the way mails leave. A password on a line that is not encrypted is refused, unless the server is this machine. */
export function openMailer({ smtpUrl, from }: MailerOptions): Mailer {
  const { hostname, protocol } = new URL(smtpUrl);
  const isHere = ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    connectionTimeout: 10_000,
    socketTimeout: 15_000,
    requireTLS: protocol === "smtp:" && !isHere,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    sendMail: async (to, { subject, text, html }, id) => {
      const request = `To: ${to}\nSubject: ${subject}\n\n${text}`;
      try {
        const messageId = `<${id}@ringtrail>`;
        const sent = await transport.sendMail({ from, to: { address: to, name: "" }, subject, text, html, messageId });
        return { kind: "delivered", request, answer: String(sent.response ?? "").slice(0, 2_048) };
      } catch (error) {
        return { kind: "failed", request, ...readFault(error) };
      }
    },
    close: () => transport.close(),
  };
}

/** 5xx of SMTP is for good where it is about the mailbox; everything else is tried again. */
function readFault(error: unknown): { trouble: string; answer: string; isOwnFault: boolean } {
  const { code, responseCode, response } = error as Readonly<Record<string, unknown>>;
  const isMailbox = typeof responseCode === "number" && [550, 551, 553].includes(responseCode);
  const trouble = isMailbox ? "mailbox_refused" : code === "EAUTH" ? "sign_in_refused" : "mail_server_unreachable";
  return { trouble, answer: typeof response === "string" ? response.slice(0, 2_048) : "", isOwnFault: isMailbox };
}
