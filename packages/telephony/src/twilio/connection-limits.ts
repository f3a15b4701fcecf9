/**
 * How long Twilio waits for us, as URL fragments (Twilio docs, "Webhook connection overrides"). A fragment never
 * travels over HTTP. Left alone, Twilio waits 15 s for a server that hangs, and callers do not.
 *
 * `decision`: the caller waits for our answer. 1.5 s to connect, 4 s to answer; a refused connection or a 5xx is tried
 * once more, a hang is not. `report`: nobody waits, so any failure is tried again up to five times.
 */
export const connectionLimits = {
  decision: "#ct=1500&rc=1&rp=5xx,ct&rt=4000&tt=6000",
  report: "#ct=2000&rc=5&rp=all&rt=4000",
} as const;

/** The address with the limits of its kind. An address that brings limits of its own keeps them. */
export function withLimits(url: string, kind: keyof typeof connectionLimits): string {
  return url.includes("#") ? url : url + connectionLimits[kind];
}
