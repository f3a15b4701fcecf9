import type { ConversionPolicyTold } from "@ringtrail/api-contract";

/** Which calls a platform hears of and for how much, as an owner writes it. */
export interface PolicyDraft {
  readonly weigh: "threshold" | "share";
  /** In percent. */
  readonly least: string;
  readonly leastTalkSeconds: string;
  /** Empty: a call nobody valued counts for nothing. */
  readonly amount: string;
  readonly currency: string;
  readonly shareCaller: boolean;
}

/** The usual policy, with what is kept laid over it. */
export function policyDraftOf(kept: unknown): PolicyDraft {
  const policy = new Map<string, unknown>(typeof kept === "object" ? Object.entries(kept ?? {}) : []);
  const usual = new Map<string, unknown>(Object.entries(policy.get("usualValue") ?? {}));
  const least = policy.get("least");
  return {
    weigh: policy.get("weigh") === "share" ? "share" : "threshold",
    least: String(Math.round((typeof least === "number" ? least : 0.8) * 1e4) / 100),
    leastTalkSeconds: String(policy.get("leastTalkSeconds") ?? 1),
    amount: String(usual.get("amount") ?? ""),
    currency: String(usual.get("currency") ?? "USD"),
    shareCaller: policy.get("shareCaller") === true,
  };
}

/** What is sent of it. */
export function policyWanted(draft: PolicyDraft): ConversionPolicyTold {
  const { weigh, least, leastTalkSeconds, amount, currency, shareCaller } = draft;
  const usual = amount.trim() === "" ? {} : { usualValue: { amount: Number(amount), currency: currency.trim() } };
  return { weigh, least: Number(least) / 100, leastTalkSeconds: Number(leastTalkSeconds), shareCaller, ...usual };
}

/** The same as the address of a file asks for it. */
export function policyQuery(draft: PolicyDraft): Readonly<Record<string, string>> {
  const { weigh, least, leastTalkSeconds, amount, currency, shareCaller } = draft;
  const usual: Readonly<Record<string, string>> =
    amount.trim() === "" ? {} : { usualValue: amount.trim(), currency: currency.trim() };
  return { weigh, least: String(Number(least) / 100), leastTalkSeconds, shareCaller: String(shareCaller), ...usual };
}
