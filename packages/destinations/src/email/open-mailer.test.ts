import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { expect, onTestFinished, test } from "vitest";
import { mapMail } from "./map-mail.ts";
import { openMailer } from "./open-mailer.ts";

const mail = mapMail(
  { subject: "A missed call on Shop", lines: ["<Ann> & Sons called."], path: "/calls/1" },
  "https://c.example",
);

/** A mail server on this machine that keeps what it is sent, or refuses a mailbox. */
async function aSink(refuses?: string) {
  const kept: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo: ({ address }, _session, done) =>
      done(address === refuses ? Object.assign(new Error("No such mailbox"), { responseCode: 550 }) : null),
    onData: (stream, _session, done) => {
      let text = "";
      stream.on("data", (part: Buffer) => (text += part.toString("utf8")));
      stream.on("end", () => {
        kept.push(text);
        done();
      });
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  const mailer = openMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, from: "Ringtrail <calls@shop.example>" });
  onTestFinished(() => {
    mailer.close();
    server.close(() => undefined);
  });
  return { kept, mailer };
}

test("a mail arrives as text and as HTML, under an id of its own", async () => {
  const { kept, mailer } = await aSink();

  expect(await mailer.sendMail("owner@shop.example", mail, "fact.destination")).toMatchObject({ kind: "delivered" });

  const [text = ""] = kept;
  for (const part of [
    /^Subject: A missed call on Shop$/m,
    /^To: owner@shop\.example$/m,
    /^Message-ID: <fact\.destination@ringtrail>$/m,
  ])
    expect(text).toMatch(part);
  expect(text).toContain("text/plain");
  expect(text.replaceAll("=\r\n", "")).toContain("&lt;Ann&gt; &amp; Sons called.");
});

test("a subject with a line's end in it stays one line", () => {
  expect(mapMail({ subject: "A\r\nBcc: x@y.example", lines: [], path: "/" }, "").subject).toBe("A Bcc: x@y.example");
});

test("an address with more than one mailbox in it is one that nobody has", async () => {
  const { kept, mailer } = await aSink();

  await mailer.sendMail("a@shop.example, b@shop.example", mail, "x");

  expect(kept.join()).not.toMatch(/^To: a@shop\.example, b@shop\.example$/m);
});

test("a mailbox that is refused is this mail's own fault; a server that is away is not", async () => {
  const { mailer } = await aSink("nobody@shop.example");
  const away = openMailer({ smtpUrl: "smtp://127.0.0.1:1", from: "a@b.example" });
  onTestFinished(away.close);

  expect(await mailer.sendMail("nobody@shop.example", mail, "x")).toMatchObject({
    trouble: "mailbox_refused",
    isOwnFault: true,
  });
  expect(await away.sendMail("owner@shop.example", mail, "x")).toMatchObject({
    trouble: "mail_server_unreachable",
    isOwnFault: false,
  });
});
