import type { StateTold } from "@ringtrail/core/call-flow";

/** How a call stands, as a webhook says it. `outcome` is there once the call is over. */
export function mapState(state: StateTold): object {
  const { phase, answeredAt, businessEnd, endedAt, talkMs, lengthMs, spam, refused, text } = state;
  const wasAnswered = answeredAt !== undefined || businessEnd === "answered";
  return {
    phase,
    outcome: phase === "ended" ? (wasAnswered ? "answered" : "missed") : undefined,
    answeredAt: answeredAt && new Date(answeredAt).toISOString(),
    endedAt: endedAt && new Date(endedAt).toISOString(),
    talkMs,
    lengthMs,
    recordingRefused: refused,
    text: text && {
      dueAt: text.dueAt && new Date(text.dueAt).toISOString(),
      sentAt: text.sentAt && new Date(text.sentAt).toISOString(),
      failed: text.failed,
    },
    spam: spam && {
      score: spam.score,
      suspected: spam.advice === "challenge",
      signs: spam.signs.map(({ code }) => code),
    },
  };
}
