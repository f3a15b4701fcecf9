import { byChannel, type PathShares, type PathTotals } from "./path-totals.ts";
import { transformPath, type PathTransform } from "./transform-path.ts";

/**
 * The fractional model: each touch of a path counts by how much likelier people call who took the path with it than
 * those who took the path without it. A path whose touches all add nothing credits its last one.
 *
 * The method of Google's fractribution (Apache-2.0), after its description; `transform` says which paths count as one.
 */
export function fractionalShares(
  paths: readonly PathTotals[],
  transform: PathTransform,
): (path: readonly string[]) => PathShares {
  const tried = new Map<string, { conversions: number; people: number }>();
  for (const { path, conversions, nulls } of paths) {
    const key = keyOf(transformPath(path, transform).map(({ name }) => name));
    const sum = tried.get(key) ?? { conversions: 0, people: 0 };
    tried.set(key, { conversions: sum.conversions + conversions, people: sum.people + conversions + nulls });
  }
  const chance = (names: readonly string[]) => {
    const { conversions, people } = tried.get(keyOf(names)) ?? { conversions: 0, people: 0 };
    return people > 0 ? conversions / people : 0;
  };
  return (path) => {
    const steps = transformPath(path, transform);
    const names = steps.map(({ name }) => name);
    const whole = chance(names);
    const gains = names.map((_, nth) => {
      const without = names.length === 1 ? 0 : chance(names.toSpliced(nth, 1));
      return Math.max(0, whole - without);
    });
    const all = gains.reduce((sum, gain) => sum + gain, 0);
    const shares = gains.map((gain, nth) => (all > 0 ? gain / all : nth === gains.length - 1 ? 1 : 0));
    return byChannel(
      steps.map(({ channel }) => channel),
      shares,
    );
  };
}

/** No channel's name holds it, because names are read from one line of text. */
function keyOf(names: readonly string[]): string {
  return names.join("\n");
}
