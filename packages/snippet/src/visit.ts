import type { BeaconEvent, SiteConfig, SwapResponse } from "@ringtrail/api-contract";
import type { Permission } from "@ringtrail/core/consent";
import { askSwap, sendBeacon } from "./ask-server.ts";
import { deviceKind, pageFacts } from "./page-facts.ts";
import type { PageNumbers } from "./page/page-numbers.ts";
import type { Settings } from "./settings.ts";
import { forget, recall, remember, type Memory } from "./visit-memory.ts";
import { watchReader } from "./watch-reader.ts";

/** The visit of one reader who agreed: asks for its numbers, shows them, tells the server what happens. */
export interface Visit {
  /** Demands the reader's permission. */
  begin(permission: Permission): void;
  /** Ends the visit and deletes what was stored. */
  end(): void;
  /** The page changed: its route perhaps, or the numbers on it. */
  pageChanged(foundNumbers: boolean): void;
}

type Without<Key extends string, Each> = Each extends unknown ? Omit<Each, Key> : never;
type Happening = Without<"ago", BeaconEvent>;

/** After this long without a sign of life the server may have lent our numbers to others (design section 4). */
const graceMs = 300_000;

/** Makes the visit of this page; nothing is stored, sent or shown before `begin`. */
export function makeVisit(settings: Settings, config: SiteConfig, page: PageNumbers): Visit {
  const { site } = settings;
  const landing = pageFacts();
  const landedOn = location.pathname;
  const asked = new Set<string>();
  let allowed: Permission | undefined;
  let memory: Memory | undefined;
  let touchedAt: number | undefined;
  let isFirm = false;
  let path: string | undefined;
  let isAsking = false;

  const tell = (happening: Happening, at = Date.now()): void => {
    if (!memory) return;
    const event = { ...happening, ago: Date.now() - at } as BeaconEvent;
    sendBeacon(settings, { site, visit: memory.visit, token: memory.token, events: [event] });
  };
  const tellTouch = (): void => {
    if (!memory || !touchedAt || isFirm) return;
    isFirm = true;
    tell({ kind: "interaction" }, touchedAt);
  };
  const tellPage = (): void => {
    if (!memory || location.pathname === path) return;
    path = location.pathname;
    // Frameworks set the title after the route, in the same task.
    setTimeout(() => tell({ kind: "page", page: pageFacts() }));
  };

  const ask = async (): Promise<void> => {
    const permission = allowed;
    if (!permission || isAsking || document.visibilityState === "hidden") return;
    // The numbers of the whole page are asked for at once, so not before all of it is there.
    if (document.readyState === "loading") return addEventListener("DOMContentLoaded", ask);
    isAsking = true;
    const { visitor, visit, token } = memory ?? {};
    const targets = page.targetsInSight();
    targets.forEach((target) => asked.add(target));
    const request = { site, visitor, visit, token, targets, consent: permission, page: landing, device: deviceKind() };
    const answer = await askSwap(settings, request).catch(() => undefined);
    isAsking = false;
    // The reader may have changed their mind meanwhile: then nothing is kept and nothing shown.
    if (allowed === permission && answer) receive(permission, answer);
  };
  const receive = (permission: Permission, { visitor, visit, token, numbers: answered }: SwapResponse): void => {
    // The server lends nothing that may be stored to a program, and says so by an empty token.
    if (!token) return page.show(answered);
    if (memory?.visit !== visit) {
      // A new visit's first page came with the question; every other page is told.
      path ??= landedOn;
      isFirm = false;
    }
    // A target that was not asked for this time keeps its number.
    const numbers = new Map([...(memory?.numbers ?? []), ...answered].map((number) => [number.target, number]));
    memory = { visitor, visit, token, numbers: [...numbers.values()], choice: permission.choice, at: Date.now() };
    remember(permission, memory);
    page.show(memory.numbers);
    tellTouch();
    tellPage();
  };
  const beat = (isVisible: boolean): void => {
    tell({ kind: isVisible ? "alive" : "hidden" });
    if (!memory || !allowed) return void ask();
    // After a long sleep its numbers may be somebody else's: they are asked for, and earned, again.
    if (isVisible && Date.now() - memory.at > graceMs) {
      touchedAt = undefined;
      isFirm = false;
      void ask();
    }
    memory = { ...memory, at: Date.now() };
    remember(allowed, memory);
  };
  const touched = (): void => {
    touchedAt ??= Date.now();
    tellTouch();
  };
  watchReader(config.heartbeatSeconds, touched, beat);

  const clicked = ({ target, isTrusted }: Event): void => {
    const rung = isTrusted && memory ? page.targetRungBy(target) : undefined;
    const number = memory?.numbers.find((one) => one.target === rung)?.number;
    if (number) tell({ kind: "tap", number });
  };
  addEventListener("click", clicked, true);
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    path = undefined;
    void ask();
  });

  return {
    begin(permission) {
      allowed = permission;
      memory = recall(permission);
      page.show(memory && Date.now() - memory.at < graceMs ? memory.numbers : undefined);
      void ask();
    },
    end() {
      allowed = memory = path = undefined;
      isFirm = false;
      asked.clear();
      forget();
    },
    pageChanged(foundNumbers) {
      tellPage();
      if (!allowed || !foundNumbers || asked.size === config.targets.length) return;
      if (page.targetsInSight().some((target) => !asked.has(target))) void ask();
    },
  };
}
