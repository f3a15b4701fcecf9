import { permissionToStore, type Permission } from "../src/consent/index.ts";
import type { LeasePlan, NumberPool, VisitToServe } from "../src/number-pool/index.ts";
import type { NewVisit } from "../src/ports/index.ts";
import { after, hour, minute } from "../src/index.ts";
import { anId } from "./an-id.ts";
import { aLanding, aTouch } from "./build-touch.ts";
import { at } from "./fixed-clock.ts";

/** The permission of a visitor who said yes. */
export function aPermission(): Permission {
  const permission = permissionToStore({ regime: "opt-in", choice: "granted", optOutSignal: false });
  if (permission === undefined) throw new Error("The consent table no longer lets a yes through.");
  return permission;
}

/** A visit that lands at 10:00 from a Google ad, on a phone. */
export function aVisit(over: Partial<NewVisit> = {}): NewVisit {
  return {
    id: anId("ann"),
    visitor: anId("visitor ann"),
    site: anId("site"),
    permission: aPermission(),
    landing: aLanding(),
    touch: aTouch(),
    device: "phone",
    page: { path: "/", title: "Home", at: at("10:00") },
    ...over,
  };
}

/** What `planLease` needs to know of a visit: by default one without proof of life, from a Google ad. */
export function aVisitToServe(over: Partial<VisitToServe> = {}): VisitToServe {
  return {
    id: anId("ann"),
    channel: "paid_search",
    isFirm: false,
    sourceNumber: undefined,
    isReturning: false,
    near: [],
    ...over,
  };
}

/** A pool of one slice for every channel that shares when scarce. */
export function aPool(over: Partial<NumberPool> = {}): NumberPool {
  return {
    id: anId("pool"),
    account: anId("account"),
    site: anId("site"),
    target: anId("target"),
    exclusive: false,
    slices: ["any"],
    areas: ["+1415"],
    provisionalMs: 5_000,
    graceMs: 5 * minute,
    restMs: 24 * hour,
    ...over,
  };
}

/** A firm plan made at 10:00 for five minutes. */
export function aPlan(over: Partial<LeasePlan> = {}): LeasePlan {
  const now = over.now ?? at("10:00");
  return {
    pool: anId("pool"),
    visit: anId("ann"),
    slices: ["any"],
    near: [],
    mayShare: true,
    firm: true,
    isReturning: false,
    sourceNumber: undefined,
    freeSince: after(now, -24 * hour),
    until: after(now, 5 * minute),
    ...over,
    now,
  };
}
