/**
 * Which paths count as the same one: `unique` none but equals, `exposure` those that differ in repetitions that follow
 * each other, `first` those that differ in any repetition, `frequency` as `first`, but told apart by how often.
 */
export type PathTransform = "unique" | "exposure" | "first" | "frequency";

/** Every transform. */
export const pathTransforms: readonly PathTransform[] = ["unique", "exposure", "first", "frequency"];

/** A step of a transformed path: the channel, and the name by which paths are compared. */
interface TransformedStep {
  readonly channel: string;
  readonly name: string;
}

/** The path as it is compared with others. */
export function transformPath(path: readonly string[], transform: PathTransform): readonly TransformedStep[] {
  switch (transform) {
    case "unique":
      return path.map(plain);
    case "exposure":
      return path.filter((channel, nth) => nth === 0 || channel !== path[nth - 1]).map(plain);
    case "first":
      return [...new Set(path)].map(plain);
    case "frequency":
      return [...new Set(path)].map((channel) => ({
        channel,
        name: `${channel}(${path.filter((other) => other === channel).length})`,
      }));
  }
}

function plain(channel: string): TransformedStep {
  return { channel, name: channel };
}
