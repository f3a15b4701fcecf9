import { isIP } from "node:net";
import type { ServerAnswer } from "./ask-server.ts";
import { fine, note, problem, type Finding } from "./finding.ts";

/** What the public address is compared with. */
export interface AddressFacts {
  /** Undefined when PUBLIC_URL is not set. */
  readonly publicUrl: string | undefined;
  /** Where this machine reaches the server. */
  readonly localUrl: string;
  readonly version: string;
}

const check = "public_url";

/** PUBLIC_URL: set, encrypted, answered by this very server, and the same that the server checks signatures with. */
export function checkPublicAddress(facts: AddressFacts, answer: ServerAnswer): readonly Finding[] {
  const { publicUrl, localUrl } = facts;
  if (publicUrl === undefined) {
    const says = `PUBLIC_URL is not set: only this machine reaches the server, at ${localUrl}. A real carrier needs it.`;
    return [note(check, says), ...reached({ ...facts, publicUrl: localUrl }, answer, false)];
  }
  return [encrypted(publicUrl), ...reached({ ...facts, publicUrl }, answer, true)];
}

function encrypted(publicUrl: string): Finding {
  const { protocol, hostname } = new URL(publicUrl);
  if (protocol === "https:") return fine(check, `${publicUrl} is encrypted.`);
  if (isThisMachine(hostname)) return note(check, `${publicUrl} is this machine: no carrier reaches it.`);
  const fix = "Put a proxy with a certificate in front of the server and set PUBLIC_URL to its https address.";
  return problem(check, `${publicUrl} is not encrypted: callers' numbers pass in the clear.`, fix);
}

function isThisMachine(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || (isIP(hostname) === 4 && hostname.startsWith("127."));
}

type Reached = AddressFacts & { readonly publicUrl: string };

function reached({ publicUrl, version }: Reached, answer: ServerAnswer, isPublic: boolean): readonly Finding[] {
  switch (answer.kind) {
    case "silent":
      if (!isPublic)
        return [
          note(
            "server",
            `No server answers at ${publicUrl} (${answer.cause}): what only a running one can tell is left out.`,
          ),
        ];
      return [
        problem(
          "server",
          `Nobody answers at ${publicUrl} (${answer.cause}).`,
          "Start the server with: ringtrail start. If it runs, check DNS, firewall and proxy.",
        ),
      ];
    case "foreign":
      if (!isPublic)
        return [note("server", `Another program answers at ${publicUrl}. Name the server's port with PORT.`)];
      return [
        problem(
          "server",
          `${publicUrl} is answered by something else (status ${answer.status}).`,
          "Let the proxy pass every path on to this server, unchanged, and check that both use the same data folder.",
        ),
      ];
    case "ours":
      return [sameVersion(version, answer.seen.version), sameAddress(publicUrl, answer.seen.publicUrl)];
  }
}

function sameVersion(here: string, there: string): Finding {
  if (here === there) return fine("server", `The server answers with version ${there}.`);
  return problem(
    "server",
    `The server runs version ${there}, and this is ${here}.`,
    "Restart the server, so that both are the same.",
  );
}

function sameAddress(publicUrl: string, used: string): Finding {
  const check = "signature_address";
  if (publicUrl === used) return fine(check, `Carriers' signatures are checked for ${used}.`);
  return problem(
    check,
    `The server checks signatures for ${used}, and PUBLIC_URL says ${publicUrl}.`,
    "Start the server with the same PUBLIC_URL.",
  );
}
