/** What people look for in the audit log: every entry is of exactly one kind. */
export const auditKinds = ["sign_in", "view", "play", "export", "break_glass", "key_use", "notice", "setting"] as const;
export type AuditKind = (typeof auditKinds)[number];

/**
 * The actions of each kind that has a list of its own. What stands in none is a `setting`: somebody changed something,
 * so that an action we add is found there until it is given another kind.
 */
const actions: Readonly<Record<Exclude<AuditKind, "setting">, readonly string[]>> = {
  sign_in: [
    "person.signed_in",
    "person.sign_in_refused",
    "person.signed_out",
    "person.signed_out_by_other",
    "person.session_ended",
    "person.other_sessions_ended",
  ],
  view: ["caller.seen", "callers.searched", "notices.seen"],
  play: ["recording.played"],
  export: [
    "account.export",
    "account.export_with_care",
    "calls.exported",
    "conversions.exported",
    "caller.exported",
    "visitor.exported",
    "email.exported",
    "customer.data_requested",
  ],
  break_glass: ["glass.asked", "glass.agreed", "glass.looked"],
  key_use: ["api_key.used"],
  notice: ["silence.began", "silence.over", "pool.nearly_full", "pool.room_again", "minutes.limit_passed"],
};

/** Which actions a kind is made of: those it lists, or all but these. */
export interface ActionsOfKind {
  readonly actions: readonly string[];
  readonly areLeftOut: boolean;
}

/** The actions an audit log's filter stands for. */
export function actionsOfKind(kind: AuditKind): ActionsOfKind {
  return kind === "setting"
    ? { actions: Object.values(actions).flat(), areLeftOut: true }
    : { actions: actions[kind], areLeftOut: false };
}

/** Whether an action is of a kind. */
export function isOfKind(action: string, kind: AuditKind): boolean {
  const { actions: named, areLeftOut } = actionsOfKind(kind);
  return named.includes(action) !== areLeftOut;
}
