import type { DrawnPlace } from "./draw-us-map.ts";

const ways: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * The place a key leads to: an arrow to the nearest one on that side, Home and End to the first and the last by name, a
 * letter to the next place whose name begins with it. Undefined when there is none that way.
 */
export function nextPlace(
  places: readonly (Pick<DrawnPlace, "place" | "at"> & { readonly name: string })[],
  from: string,
  key: string,
): string | undefined {
  const here = places.find(({ place }) => place === from);
  const byName = places.toSorted((a, b) => a.name.localeCompare(b.name));
  if (key === "Home") return byName[0]?.place;
  if (key === "End") return byName.at(-1)?.place;
  if (/^[a-z]$/i.test(key)) {
    const nth = byName.findIndex(({ place }) => place === from);
    const inTurn = [...byName.slice(nth + 1), ...byName.slice(0, nth + 1)];
    return inTurn.find(({ name }) => name.toLowerCase().startsWith(key.toLowerCase()))?.place;
  }
  const way = ways[key];
  if (here === undefined || way === undefined) return undefined;
  const [right, down] = way;
  const ahead = places.flatMap(({ place, at }) => {
    const [x, y] = [at[0] - here.at[0], at[1] - here.at[1]];
    const along = x * right + y * down;
    const aside = Math.abs(x * down) + Math.abs(y * right);
    // What lies more to the side than ahead belongs to another key.
    return along > 1 && aside <= along * 2 ? [{ place, cost: along + aside * 2 }] : [];
  });
  return ahead.toSorted((a, b) => a.cost - b.cost)[0]?.place;
}
