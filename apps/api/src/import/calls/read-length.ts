/** Reads how long a call took, in milliseconds: `125`, `2:05`, `00:02:05`, `2m 5s`. Undefined when it is no length. */
export function readLength(text: string): number | undefined {
  const told = text.trim().toLowerCase();
  const longest = 24 * 3600;
  const plain = /^(\d{1,6})(?:\.\d+)?\s*(?:s|sec|seconds)?$/.exec(told);
  if (plain !== null) return within(Number(plain[1]), longest);
  const clock = /^(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)$/.exec(told);
  const words = /^(?:(\d{1,2})h\s*)?(?:(\d{1,3})m\s*)?(\d{1,2})s$/.exec(told);
  const [, hours = "0", minutes = "0", seconds] = clock ?? words ?? [];
  if (seconds === undefined) return undefined;
  return within(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds), longest);
}

function within(seconds: number, longest: number): number | undefined {
  return seconds <= longest ? seconds * 1000 : undefined;
}
