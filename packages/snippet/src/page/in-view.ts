/** Elements that hold a number, and whether it is on the screen. */
export const inView = new Map<Element, boolean | undefined>();

/** Targets a reader can see, by scrolling at most. */
export const inSight = new Set<string>();
