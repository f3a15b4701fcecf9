import type { Caller, CareStore, KeptPlace, PlaceKind } from "../src/ports/index.ts";
import { Phi, type AccountId, type CallId, type E164 } from "../src/index.ts";
import { memoryCallNotes } from "./memory-call-notes.ts";
import { memoryCareNames } from "./memory-care-names.ts";
import { demand, type MemoryState } from "./memory-state.ts";

/** The care port in memory. Only the values' seals keep them apart here; the database has a role and a key as well. */
export function memoryCareStore(state: MemoryState): CareStore {
  const { callers, recordings } = state;
  const rowOf = (account: AccountId, call: CallId) =>
    callers.find((row) => row.account === account && row.call === call);
  const places: { readonly account: AccountId; readonly declared: KeptPlace }[] = [];
  const { forgetNotes, ...notes } = memoryCallNotes(state);
  const names = new Map<string, string>();
  const forget = async (account: AccountId, number: Phi<E164>, kind: PlaceKind): Promise<boolean> => {
    const at = places.findIndex(
      (row) => row.account === account && row.declared.kind === kind && isSame(row.declared.number, number),
    );
    if (at !== -1) places.splice(at, 1);
    return at !== -1;
  };
  return {
    ...notes,
    ...memoryCareNames(state),
    saveCaller: async (account, call, caller, rangAt) => {
      demand(
        state.calls.find((row) => row.account === account && row.id === call),
        "call",
      );
      if (rowOf(account, call) === undefined) callers.push({ account, call, caller, rangAt });
    },
    nameCaller: async (account, call, name) => {
      const nth = callers.findIndex((row) => row.account === account && row.call === call);
      const row = callers[nth];
      if (row !== undefined && row.caller.name === undefined) {
        callers[nth] = { ...row, caller: { ...row.caller, name } };
      }
    },
    caller: async (account, call) => rowOf(account, call)?.caller,
    earlierCalls: async (account, call) => {
      const asked = rowOf(account, call);
      const number = asked && fingerprint(asked.caller);
      if (asked === undefined || number === undefined) return [];
      return callers
        .filter((row) => row.account === account && row.call !== call && row.rangAt <= asked.rangAt)
        .filter((row) => fingerprint(row.caller) === number)
        .map((row) => ({ call: row.call, at: row.rangAt }))
        .toSorted((a, b) => b.at - a.at)
        .slice(0, 50);
    },
    callersBefore: async (account, call, since) => {
      const asked = rowOf(account, call);
      const before = callers.filter(
        (row) =>
          row.account === account && row.call !== call && row.rangAt >= since && row.rangAt <= (asked?.rangAt ?? 0),
      );
      return new Set(before.flatMap((row) => fingerprint(row.caller) ?? [])).size;
    },
    callersSince: async (account, since) =>
      callers.flatMap(({ account: owner, call, caller: { number }, rangAt }) =>
        owner === account && rangAt >= since && number !== undefined
          ? { call, who: Phi.reveal(number, "fingerprint"), number }
          : [],
      ),
    callsFrom: async (account, number, since) =>
      callers
        .filter((row) => row.account === account && row.rangAt >= since && row.caller.number !== undefined)
        .filter((row) => fingerprint(row.caller) === Phi.reveal(number, "fingerprint"))
        .map((row) => ({ call: row.call, at: row.rangAt }))
        .toSorted((a, b) => b.at - a.at)
        .slice(0, 50),
    forgetCalls: async (account, calls) => {
      const isTheirs = (owner: AccountId, call: CallId) => owner === account && calls.includes(call);
      const gone = recordings.filter((row) => isTheirs(row.account, row.facts.call)).map(({ facts }) => facts.id);
      const stay = recordings.filter((row) => !isTheirs(row.account, row.facts.call));
      recordings.splice(0, recordings.length, ...stay);
      forgetNotes(isTheirs);
      callers.splice(0, callers.length, ...callers.filter((row) => !isTheirs(row.account, row.call)));
      return gone;
    },
    forgetCallersBefore: async (account, before, held) => {
      const isDue = (row: (typeof callers)[number]) =>
        row.account === account && row.rangAt < before && !held.includes(row.call);
      const gone = callers.filter(isDue).slice(0, 500);
      forgetNotes((owner, call) => gone.some((row) => row.account === owner && row.call === call));
      callers.splice(0, callers.length, ...callers.filter((row) => !gone.includes(row)));
      return gone.length;
    },
    healthcareCallsBefore: async (account, before, held) =>
      state.calls
        .filter((row) => row.account === account && row.isHealthcare === true && row.rangAt < before)
        .map(({ id }) => id)
        .filter((id) => !held.includes(id) && rowOf(account, id) === undefined)
        .filter((id) => !recordings.some((row) => row.account === account && row.facts.call === id))
        .slice(0, 500),
    forgetHealthcareCalls: async (account, calls) => {
      const isDue = (row: (typeof state.calls)[number]) =>
        row.account === account && row.isHealthcare === true && calls.includes(row.id);
      for (const row of state.calls.filter(isDue)) state.calls.splice(state.calls.indexOf(row), 1);
    },
    recordingsBefore: async (account, before) =>
      recordings
        .filter((row) => row.account === account && row.facts.storedAt < before)
        .toSorted((a, b) => a.facts.storedAt - b.facts.storedAt)
        .map(({ facts: { id, call } }) => ({ id, call }))
        .slice(0, 500),
    forgetRecordings: async (account, ids) => {
      const stay = recordings.filter((row) => row.account !== account || !ids.includes(row.facts.id));
      recordings.splice(0, recordings.length, ...stay);
    },
    declarePlace: async (account, declared) => {
      await forget(account, declared.number, declared.kind);
      const name = `${account} ${declared.kind} ${Phi.reveal(declared.number, "fingerprint")}`;
      const kept = { ...declared, id: names.get(name) ?? `place-${names.size + 1}` };
      names.set(name, kept.id);
      places.push({ account, declared: kept });
      return kept;
    },
    withdrawPlace: async (account, number, kind) => forget(account, number, kind),
    forgetPlace: async (account, id) => {
      const row = places.find((one) => one.account === account && one.declared.id === id);
      if (row === undefined) return undefined;
      const { id: _id, ...declared } = row.declared;
      await forget(account, declared.number, declared.kind);
      return declared;
    },
    placesOf: async (account, number) =>
      Object.fromEntries(
        places.flatMap(({ account: owner, declared: { kind, place, number: of } }) =>
          owner === account && isSame(of, number) ? [[kind, place]] : [],
        ),
      ),
    declaredPlaces: async (account, number, page) =>
      places
        .flatMap((row) => (row.account === account ? [row.declared] : []))
        .filter((declared) => number === undefined || isSame(declared.number, number))
        .filter(({ declaredAt }) => page === undefined || declaredAt < page.before)
        .toSorted((a, b) => b.declaredAt - a.declaredAt)
        .slice(0, page?.limit ?? 1_000),
    saveRecording: async (account, facts) => {
      demand(
        state.calls.find((row) => row.account === account && row.id === facts.call),
        "call",
      );
      const isKnown = recordings.some((row) => row.account === account && row.facts.id === facts.id);
      if (!isKnown) recordings.push({ account, facts });
    },
    recordingOf: async (account, call) =>
      recordings.find((row) => row.account === account && row.facts.call === call)?.facts,
    recording: async (account, id) => recordings.find((row) => row.account === account && row.facts.id === id)?.facts,
  };
}

function isSame(a: Phi<E164>, b: Phi<E164>): boolean {
  return Phi.reveal(a, "fingerprint") === Phi.reveal(b, "fingerprint");
}

function fingerprint({ number }: Caller): string | undefined {
  return number && Phi.reveal(number, "fingerprint");
}
