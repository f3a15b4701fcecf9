import type { BeaconEvent } from "@ringtrail/api-contract";

type Event = BeaconEvent;
type Happening = Event extends infer Each ? (Each extends Event ? Omit<Each, "ago"> : never) : never;

/** What a visit's page tells: signs of life, routes, taps. */
export interface Reports {
  /** Starts sending. Whatever a person did before this moment is told first. */
  begin(): void;
  end(): void;
  /** Tells of one thing now. */
  tell(happening: Happening): void;
}

/** What the reports need from the visit. */
export interface ReportNeeds {
  readonly heartbeatSeconds: number;
  readonly send: (events: Event[]) => void;
  /** Our id of the number a link rings, if it is one of ours. */
  readonly numberOfLink: (link: Element) => string | undefined;
  /** Runs at every heartbeat and whenever the page comes back. */
  readonly awake: () => void;
}

const inputs = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;

/** Listens to what a person does. Nothing leaves the page before `begin`. */
export function makeReports({ heartbeatSeconds, send, numberOfLink, awake }: ReportNeeds): Reports {
  let isOpen = false;
  let isTold = false;
  let touchedAt: number | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  const isVisible = (): boolean => document.visibilityState === "visible";

  const tell = (happening: Happening, at = Date.now()): void => {
    if (isOpen) send([{ ...happening, ago: Math.max(0, Date.now() - at) } as Event]);
  };
  const tellTouch = (): void => {
    if (!isOpen || isTold || touchedAt === undefined) return;
    isTold = true;
    tell({ kind: "interaction" }, touchedAt);
  };
  const touched = (event: globalThis.Event): void => {
    if (!event.isTrusted || !isVisible()) return;
    touchedAt ??= Date.now();
    for (const name of inputs) removeEventListener(name, touched, true);
    tellTouch();
  };
  const beat = (): void => {
    if (!isVisible()) return;
    tell({ kind: "alive" });
    if (isOpen) awake();
  };
  for (const name of inputs) addEventListener(name, touched, { capture: true, passive: true });
  document.addEventListener("visibilitychange", () => (isVisible() ? beat() : tell({ kind: "hidden" })));
  document.addEventListener(
    "click",
    (event) => {
      const link = event.target instanceof Element && event.target.closest("a[href]");
      const number = link && event.isTrusted ? numberOfLink(link) : undefined;
      if (number) tell({ kind: "tap", number });
    },
    true,
  );

  return {
    tell,
    begin() {
      isOpen = true;
      isTold = false;
      timer ??= setInterval(beat, heartbeatSeconds * 1000);
      tellTouch();
    },
    end() {
      isOpen = false;
      clearInterval(timer);
      timer = undefined;
    },
  };
}
