// interim
export interface TouchShown {
  readonly channel: string;
  readonly source: string;
  readonly medium: string;
  readonly campaign?: string | undefined;
  readonly keyword?: string | undefined;
  readonly clickId?: string | undefined;
  readonly rule: string;
}
export interface CallStateShown {
  readonly phase: "ringing" | "dialing" | "talking" | "ended";
  readonly businessEnd?: string | undefined;
  readonly answeredAt?: string | undefined;
  readonly endedAt?: string | undefined;
  readonly talkMs: number;
  readonly lengthMs: number;
}
export interface CallSummary {
  readonly id: string;
  readonly number: string;
  readonly rangAt: string;
  readonly state: CallStateShown;
  readonly matchKind?: string | undefined;
  readonly confidence?: number | undefined;
  readonly touch?: TouchShown | undefined;
  readonly landingPath?: string | undefined;
}
export interface FactorShown {
  readonly name: string;
  readonly weight: number;
  readonly fact: number | string | boolean;
}
export interface CandidateShown {
  readonly visit: string;
  readonly touch: TouchShown;
  readonly probability: number;
  readonly factors: readonly FactorShown[];
}
export interface CallMatchShown {
  readonly kind: string;
  readonly candidates: readonly CandidateShown[];
  readonly returning: number;
  readonly nobody: number;
  readonly confidence: number;
  readonly model: string;
}
export interface PageShown {
  readonly path: string;
  readonly title: string;
  readonly at: string;
}
export interface RecordingShown {
  readonly id: string;
  readonly lengthMs: number;
  readonly channels: number;
}
export interface DecisionShown {
  readonly applied: string;
  readonly reasons: readonly { readonly code: string; readonly [f: string]: unknown }[];
  readonly citations: readonly { readonly text: string; readonly of: string }[];
  readonly ruleSet: { readonly name: string; readonly version: string; readonly asOf: string };
}
export interface CallDetail extends CallSummary {
  readonly caller?: string | undefined;
  readonly match?: CallMatchShown | undefined;
  readonly pages: readonly PageShown[];
  readonly timeline: readonly { readonly kind: string; readonly at: string; readonly end?: string | undefined }[];
  readonly recording?: RecordingShown | undefined;
  readonly decision?: DecisionShown | undefined;
}
export interface NumberShown {
  readonly e164: string;
  readonly state: string;
  readonly slice: string;
  readonly until?: string | undefined;
  readonly sharers: number;
}
export interface PoolShown {
  readonly id: string;
  readonly name: string;
  readonly lossProbability?: number | undefined;
  readonly numbers: readonly NumberShown[];
}
export interface ScreensApi {
  readonly listCalls: (page: {
    readonly cursor: string | undefined;
    readonly limit: number;
  }) => Promise<{ readonly calls: readonly CallSummary[]; readonly next?: string | undefined }>;
  readonly call: (id: string) => Promise<CallDetail>;
  readonly pools: () => Promise<{ readonly pools: readonly PoolShown[] }>;
  readonly recordingLink: (id: string) => Promise<{ readonly url: string }>;
}
