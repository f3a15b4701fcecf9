import type { BeaconEvent, SiteConfig, SwapResponse } from "@ringtrail/api-contract";
import type { Choice, Permission } from "@ringtrail/core/consent";
import { askSwap, sendBeacon } from "./ask-server.ts";
import { deviceKind, pageFacts } from "./page-facts.ts";
import { splitE164 } from "./page/number-reader.ts";
import type { PageNumbers } from "./page/page-numbers.ts";
import { makeReports } from "./report-visit.ts";
import type { Settings } from "./settings.ts";
import { forget, recall, remember, type Memory } from "./visit-memory.ts";

/** The visit of one reader who agreed: asks for its numbers, shows them, tells the server what happens. */
export interface Visit {
  /** Demands the reader's permission. `choice` is what they told our own API, kept for the next page. */
  begin(permission: Permission, choice: Choice): void;
  /** Ends the visit and deletes what was stored. */
  end(): void;
  /** The page changed: its route perhaps, or the numbers on it. */
  pageChanged(foundNumbers: boolean): void;
}

/** After this long without a sign of life the server may have lent our numbers to others (design section 4). */
const graceMs = 5 * 60_000;

/** Makes the visit of this page; nothing is stored, sent or shown before `begin`. */
export function makeVisit(settings: Settings, config: SiteConfig, page: PageNumbers): Visit {
  const { site } = settings;
  const landing = pageFacts();
  const asked = new Set<string>();
  let allowed: { readonly permission: Permission; readonly choice: Choice } | undefined;
  let memory: Memory | undefined;
  let path: string | undefined;
  let isAsking = false;

  const send = (events: readonly BeaconEvent[]): void => {
    if (memory) sendBeacon(settings, { site, visit: memory.visit, token: memory.token, events: [...events] });
  };
  const reports = makeReports({ heartbeatSeconds: config.heartbeatSeconds, send, numberOfLink, awake });

  async function ask(): Promise<void> {
    const asker = allowed;
    if (!asker || isAsking || document.visibilityState !== "visible") return;
    isAsking = true;
    const { choice, optOutSignal } = asker.permission;
    const { visitor, visit, token } = memory ?? {};
    const targets = page.targetsInSight(ask);
    for (const target of targets) asked.add(target);
    const answer = await askSwap(settings, {
      site,
      visitor,
      visit,
      token,
      targets,
      consent: { choice, optOutSignal },
      page: landing,
      device: deviceKind(),
    }).catch(() => undefined);
    isAsking = false;
    // The reader may have changed their mind meanwhile: then nothing is kept and nothing shown.
    if (allowed === asker && answer) receive(asker, answer);
  }

  function receive({ permission, choice }: NonNullable<typeof allowed>, answer: SwapResponse): void {
    const isContinued = memory?.visit === answer.visit;
    const others = (memory?.numbers ?? []).filter(({ target }) => !answer.numbers.some((one) => one.target === target));
    const { visitor, visit, token } = answer;
    const numbers = [...others, ...answer.numbers.filter(({ how }) => how !== "own")];
    memory = { visitor, visit, token, numbers, choice, at: Date.now() };
    remember(permission, memory);
    page.show(numbers);
    reports.begin();
    // A new visit's first page came with the question; every other page is told.
    if (!isContinued && path === undefined) path = new URL(landing.url).pathname;
    tellPage();
  }

  function tellPage(): void {
    if (!memory || location.pathname === path) return;
    path = location.pathname;
    // Frameworks set the title after the route, in the same task.
    setTimeout(() => reports.tell({ kind: "page", page: pageFacts() }));
  }

  /** The page is alive. After a long sleep its numbers may be somebody else's: they are asked for again. */
  function awake(): void {
    if (!memory || !allowed) return;
    const isStale = Date.now() - memory.at > graceMs;
    memory = { ...memory, at: Date.now() };
    remember(allowed.permission, memory);
    if (isStale) void ask();
  }

  function numberOfLink(link: Element): string | undefined {
    const href = link.getAttribute("href") ?? "";
    if (!/^(?:tel|callto):/i.test(href)) return undefined;
    const digits = href.replace(/\D/g, "");
    return memory?.numbers.find(({ e164 }) => digits.includes(splitE164(e164)[1]))?.number;
  }

  document.addEventListener("visibilitychange", () => {
    if (!memory) void ask();
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    path = undefined;
    void ask();
  });

  return {
    begin(permission, choice) {
      allowed = { permission, choice };
      memory = recall(permission);
      page.show(memory && Date.now() - memory.at < graceMs ? memory.numbers : undefined);
      // The numbers of the whole page are asked for at once, so not before all of it is there.
      if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => void ask());
      else void ask();
    },
    end() {
      allowed = memory = path = undefined;
      asked.clear();
      reports.end();
      forget();
    },
    pageChanged(foundNumbers) {
      tellPage();
      if (!allowed || !foundNumbers || asked.size === config.targets.length) return;
      if (page.targetsInSight(ask).some((target) => !asked.has(target))) void ask();
    },
  };
}
