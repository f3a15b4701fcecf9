/** One party's part in a call, as sipp plays it: a list of pieces, each a message or an act. */
export type Piece = string;

const sdp = `v=0
o=user1 53655765 2353687637 IN IP4 [local_ip]
s=-
c=IN IP4 [local_ip]
t=0 0
m=audio [heard_port] RTP/AVP 0 101
a=rtpmap:0 PCMU/8000
a=rtpmap:101 telephone-event/8000
a=sendrecv`;

const message = (text: string, retransmitted = true): Piece =>
  `<send${retransmitted ? ' retrans="500"' : ""}><![CDATA[\n${text}\n\n]]></send>`;

/**
 * A caller's request. CANCEL and the ACK of a refusal belong to the INVITE's own transaction, so they bear its branch
 * (RFC 3261 sections 9.1 and 17.1.1.3).
 */
const dialog = (method: string, sequence: number, more = "", isAnswered = false): string => {
  const isOfInvite = !isAnswered && ["INVITE", "CANCEL", "ACK"].includes(method);
  const branch = isOfInvite ? "z9hG4bK-[pid]-[call_number]" : "[branch]";
  const tag = method === "INVITE" || method === "CANCEL" ? "" : "[peer_tag_param]";
  return `${method} sip:[field0]@[remote_ip]:[remote_port] SIP/2.0
Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=${branch}
From: "[field2]" <sip:[field1]@trunk.example>;tag=[pid]C[call_number]
To: <sip:[field0]@[remote_ip]:[remote_port]>${tag}
Call-ID: [call_id]
CSeq: ${sequence} ${method}
Contact: <sip:sipp@[local_ip]:[local_port]>
Max-Forwards: 70
${more}Content-Length: `;
};

const answered = (status: string, more = "", end = "0"): string => `SIP/2.0 ${status}
[last_Via:]
[last_Record-Route:]
[last_From:]
[last_To:];tag=[pid]B[call_number]
[last_Call-ID:]
[last_CSeq:]
Contact: <sip:[local_ip]:[local_port];transport=[transport]>
${more}Content-Length: ${end}`;

const inDialog = (status: string): string =>
  answered(status).replace("[last_To:];tag=[pid]B[call_number]", "[last_To:]");

/** A request of the business's own, in the call it was rung by. */
const ofBusiness = (method: string, sequence: number): string => `${method} [next_url] SIP/2.0
Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
From: <sip:business@[local_ip]:[local_port]>;tag=[pid]B[call_number]
To:[$from]
Call-ID: [call_id]
CSeq: ${sequence} ${method}
Max-Forwards: 70
`;

/** A trunk's word about the caller, as STIR/SHAKEN verification leaves it. */
const identity = (result: "Passed" | "Failed"): string =>
  `P-Asserted-Identity: "[field2]" <sip:[field1]@trunk.example;verstat=TN-Validation-${result}>
${result === "Passed" ? "P-Attestation-Indicator: A\n" : ""}`;

const invite = (result: "Passed" | "Failed"): Piece =>
  message(`${dialog("INVITE", 1, `${identity(result)}Content-Type: application/sdp\n`)}[len]\n\n${sdp}`);

export const pause = (ms: number): Piece => `<pause milliseconds="${ms}"/>`;

/** Sends the party's tone until the call is over. */
export const speak: Piece = `<nop><action><exec rtp_stream="[tone_file],-1,0,PCMU/8000"/></action></nop>`;

/** What a caller can do. The phone company's trunk stands for every caller. */
export const caller = {
  invite: invite("Passed"),
  /** The network could not prove that the number is the caller's. */
  inviteUnproved: invite("Failed"),
  untilAnswered: `<recv response="100" optional="true"/><recv response="180" optional="true"/>
<recv response="183" optional="true"/><recv response="200" rtd="true"/>
${message(`${dialog("ACK", 1, "", true)}0`, false)}`,
  /** Rings, and is turned away with this status. */
  untilRefused: (status: number): Piece => `<recv response="100" optional="true"/><recv response="180" optional="true"/>
<recv response="183" optional="true"/><recv response="${status}"/>
${message(`${dialog("ACK", 1)}0`, false)}`,
  untilRinging: `<recv response="100" optional="true"/><recv response="180"/>`,
  /** Hangs up before anybody answered. */
  cancel: `${message(`${dialog("CANCEL", 1)}0`)}<recv response="200"/><recv response="487"/>
${message(`${dialog("ACK", 1)}0`, false)}`,
  /** Presses a key, as SIP INFO. */
  press: (key: string): Piece =>
    `${message(`${dialog("INFO", 2, "Content-Type: application/dtmf-relay\n")}[len]\n\nSignal=${key}\nDuration=160`)}
<recv response="200"/>`,
  hangUp: `${message(`${dialog("BYE", 3)}0`)}<recv response="200"/>`,
  untilHungUp: `<recv request="BYE" timeout="120000"/>${message(inDialog("200 OK"), false)}`,
};

/** What the business's telephone can do. */
export const business = {
  untilInvited: `<recv request="INVITE" rrs="true"><action>
<ereg regexp=".*" search_in="hdr" header="From:" assign_to="from"/>
<log message="invited by [$from]"/></action></recv>`,
  ring: message(answered("180 Ringing"), false),
  answer: `${message(`${answered("200 OK", "Content-Type: application/sdp\n", "[len]")}\n\n${sdp}`)}<recv request="ACK"/>`,
  beBusy: `${message(answered("486 Busy Here"))}<recv request="ACK"/>`,
  untilCanceled: `<recv request="CANCEL" timeout="120000"/>${message(answered("200 OK"), false)}
${message(answered("487 Request Terminated").replace("[last_CSeq:]", "CSeq: [last_cseq_number] INVITE"))}<recv request="ACK"/>`,
  hangUp: `${message(`${ofBusiness("BYE", 9)}Content-Length: 0`)}<recv response="200"/>`,
  /** Presses keys, as SIP INFO, one message each. A second press of one call counts on from `from`. */
  press: (keys: string, from = 1): Piece =>
    Array.from(
      keys,
      (key, nth) =>
        `${message(
          `${ofBusiness("INFO", from + nth)}Content-Type: application/dtmf-relay\nContent-Length: [len]\n\nSignal=${key}\nDuration=160`,
        )}<recv response="200"/>${pause(250)}`,
    ).join("\n"),
  untilHungUp: `<recv request="BYE" timeout="120000"/>${message(inDialog("200 OK"), false)}`,
  /** Sends the caller to another telephone of the house without a word, and wants to hear no more of it (RFC 4488). */
  transferTo: (extension: string): Piece =>
    `${message(
      `${ofBusiness("REFER", 1)}Contact: <sip:[local_ip]:[local_port];transport=[transport]>
Refer-To: <sip:${extension}@127.0.0.1>
Refer-Sub: false
Content-Length: 0`,
    )}<recv response="200"/>`,
};

/** The scenario file of these pieces. */
export function scenario(name: string, pieces: readonly Piece[]): string {
  const body = pieces.join("\n").trim();
  return `<?xml version="1.0" encoding="ISO-8859-1"?>\n<scenario name="${name}">\n${body}\n</scenario>\n`;
}
