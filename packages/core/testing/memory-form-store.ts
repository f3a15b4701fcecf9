import type { AccountId } from "../src/index.ts";
import type { FormStore, NewForm, SentForm } from "../src/ports/index.ts";
import { noteFact } from "./memory-outbox.ts";
import { demand, type MemoryState } from "./memory-state.ts";

/** The forms port in memory. */
export function memoryFormStore(state: MemoryState): FormStore {
  const siteOf = (account: AccountId, id: string) =>
    demand(
      state.sites.find((row) => row.account === account && row.id === id),
      "site",
    );
  const formsOf = (account: AccountId) =>
    state.forms
      .filter((row) => row.account === account)
      .map(({ form }): SentForm => ({ ...form, siteName: siteOf(account, form.site).name }))
      .toSorted((a, b) => b.sentAt - a.sentAt || (a.id < b.id ? 1 : -1));
  return {
    keep: async (account, told) => {
      const site = siteOf(account, told.site);
      if (state.forms.some((row) => row.account === account && row.form.id === told.id)) return false;
      const form = mayKeep(state, account, told, site.flow.isHealthcare === true);
      state.forms.push({ account, form });
      const { id: subject, name, ref, page, visit, touch, sentAt: at } = form;
      const isHealthcare = site.flow.isHealthcare === true;
      const credit = isHealthcare ? { channel: touch?.channel } : { page, ref, visit, ...creditOf(touch) };
      const known = isHealthcare ? {} : { siteName: site.name, name };
      const about = { site: site.id, isHealthcare, ...known, ...credit };
      const said = Object.entries(about).filter((entry): entry is [string, string | boolean] => entry[1] !== undefined);
      noteFact(state, account, { kind: "form", subject, key: "sent", at, about: Object.fromEntries(said) });
      return true;
    },
    list: async (account, { site, from, before }, limit) =>
      formsOf(account)
        .filter((form) => site === undefined || form.site === site)
        .filter(({ sentAt }) => sentAt >= from && sentAt < before)
        .slice(0, limit),
    formsUnder: async (account, ref, limit) =>
      formsOf(account)
        .filter((form) => form.ref?.toLowerCase() === ref.toLowerCase())
        .slice(0, limit),
    forgetRefs: async (account, forms) => {
      for (const row of state.forms) {
        if (row.account === account && forms.includes(row.form.id)) row.form = { ...row.form, ref: undefined };
      }
    },
  };
}

function mayKeep(state: MemoryState, account: AccountId, told: NewForm, isHealthcare: boolean): NewForm {
  const visit = state.visits.find((row) => row.account === account && row.id === told.visit && row.site === told.site);
  const touch = visit?.touch ?? told.touch;
  if (!isHealthcare) return { ...told, visit: visit?.id, touch };
  const bare = touch && { ...touch, campaign: undefined, keyword: undefined, clickId: undefined };
  return { ...told, ref: undefined, page: undefined, visit: undefined, touch: bare };
}

function creditOf(touch: NewForm["touch"]): Readonly<Record<string, string | undefined>> {
  if (touch === undefined) return {};
  const { channel, source, medium, campaign, keyword, clickId } = touch;
  return { channel, source, medium, campaign, keyword, clickId };
}
