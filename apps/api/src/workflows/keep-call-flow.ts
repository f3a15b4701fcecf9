import { sayMissingSkill, type CallFlowShown, type KeptCallFlow } from "@ringtrail/api-contract";
import { err, ok, Phi, type AccountId, type E164, type Instant, type Result, type SiteId } from "@ringtrail/core";
import { missingSkills, type CallFlow } from "@ringtrail/core/call-flow";
import { carrierSkills } from "@ringtrail/telephony";
import type { Deps } from "../deps.ts";
import { showCallFlow } from "../show/show-call-flow.ts";
import { mayForward, newPhones, type NewPhonesRefused } from "./may-forward.ts";
import { findUnknownSound, type SoundNotKept } from "./find-unknown-sound.ts";
import { readCallFlow, type FlowRefused } from "./read-call-flow.ts";

/** A flow to be put in place of the one before. */
export interface FlowToKeep {
  readonly account: AccountId;
  readonly site: SiteId;
  readonly flow: CallFlowShown;
  /** Who changes it: named in the audit log. */
  readonly actor: string;
  /** When the person signed in; undefined for an API key, which may not let calls go to new phones. */
  readonly signedInAt: Instant | undefined;
}

type ModeStays = { readonly code: "healthcare_mode_stays" };
type Unknown = { readonly code: "site_unknown" };

/** What callers of a site go through, and what of it its carriers cannot do. */
export async function showKeptFlow(
  deps: Deps,
  account: AccountId,
  site: SiteId,
): Promise<Result<KeptCallFlow, Unknown>> {
  const flow = await deps.accounts.flowOf(account, site);
  if (flow === undefined) return err({ code: "site_unknown" });
  const cannot = await whatCarriersCannot(deps, account, site, flow);
  if (flow.isHealthcare !== true) return ok({ flow: showCallFlow(flow), cannot });
  const named = await deps.care.namedPhones(account, site);
  const phones = named.map(({ id, phone }) => ({ id, phone: Phi.reveal(phone, "care-screen") }));
  return ok({ flow: showCallFlow(flow), cannot, phones });
}

/** Looks at a flow as if it were to be kept, and keeps nothing: what is wrong with it, and what its carriers cannot do. */
export async function checkCallFlow(
  deps: Deps,
  { account, site, flow: sent }: Pick<FlowToKeep, "account" | "site" | "flow">,
): Promise<Result<KeptCallFlow, Unknown | FlowRefused | SoundNotKept>> {
  const flow = readCallFlow(sent, deps.law);
  if (!flow.ok) return flow;
  if ((await deps.accounts.flowOf(account, site)) === undefined) return err({ code: "site_unknown" });
  const unknownSound = await findUnknownSound(deps, account, flow.value);
  if (unknownSound !== undefined) return err(unknownSound);
  return ok({ flow: showCallFlow(flow.value), cannot: await whatCarriersCannot(deps, account, site, flow.value) });
}

/** Keeps a flow. Who changed what stands in the audit log, because it decides where calls go and what is recorded. */
export async function keepCallFlow(
  deps: Deps,
  { account, site, flow: sent, actor, signedInAt }: FlowToKeep,
): Promise<Result<KeptCallFlow, Unknown | ModeStays | FlowRefused | NewPhonesRefused | SoundNotKept>> {
  const flow = readCallFlow(sent, deps.law);
  if (!flow.ok) return flow;
  const before = await deps.accounts.flowOf(account, site);
  if (before === undefined) return err({ code: "site_unknown" });
  if (before.isHealthcare === true && flow.value.isHealthcare !== true) return err({ code: "healthcare_mode_stays" });
  const unknownSound = await findUnknownSound(deps, account, flow.value);
  if (unknownSound !== undefined) return err(unknownSound);
  const phones = newPhones(before, flow.value);
  const may = await mayForward(deps, { account, phones, signedInAt });
  if (!may.ok) return may;
  if (!(await deps.accounts.saveFlow(account, site, flow.value))) {
    return err({ code: "site_unknown" });
  }
  const facts = {
    recordingWanted: flow.value.recordingWanted,
    ...(await tellPhones(deps, { account, site, flow: flow.value, phones })),
    ...(phones.length === 0 ? {} : { tell: "owners" }),
    noCallWithoutNotice: flow.value.noCallWithoutNotice !== undefined,
    silence: flow.value.recordingPolicy?.silence !== undefined,
    isHealthcare: flow.value.isHealthcare === true,
  };
  await deps.accounts.audit(account, { actor, action: "call_flow.set", object: site, at: deps.now(), facts });
  await deps.snapshot.refresh();
  return showKeptFlow(deps, account, site);
}

/**
 * How the audit log tells of new phones: by the last digits, which tell an owner which phone it was; of a clinic by random
 * ids, because the log lies on the marketing side and a phone there is somebody's.
 */
async function tellPhones(
  { care }: Pick<Deps, "care">,
  { account, site, flow, phones }: Pick<FlowToKeep, "account" | "site"> & { flow: CallFlow; phones: readonly E164[] },
): Promise<{ readonly phones: string } | { readonly newPhones: string }> {
  if (flow.isHealthcare === true) return { phones: (await care.namePhones(account, site, phones)).join(" ") };
  return { newPhones: phones.map((phone) => phone.slice(-4)).join(" ") };
}

async function whatCarriersCannot(
  { snapshot, directory }: Pick<Deps, "snapshot" | "directory">,
  account: AccountId,
  site: SiteId,
  flow: CallFlow,
): Promise<KeptCallFlow["cannot"]> {
  const own = snapshot.routes().filter((route) => route.account === account && route.site === site);
  const connections = await Promise.all(
    [...new Set(own.map(({ connection }) => connection))].map((id) => directory.connectionById(id)),
  );
  const carriers = [...new Set(connections.flatMap((one) => (one === undefined ? [] : [one.carrier])))].toSorted();
  return carriers.flatMap((carrier) =>
    missingSkills(flow, carrierSkills({ carrier })).map(({ skill, step }) => ({
      carrier,
      skill,
      ...(step === undefined ? {} : { step }),
      words: sayMissingSkill(carrier, skill),
    })),
  );
}
