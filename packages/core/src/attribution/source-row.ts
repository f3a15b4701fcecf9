/** One known place visits come from: its name in reports, its hosts, and what owners write into `utm_source` for it. */
export interface SourceRow {
  readonly source: string;
  /** A referrer belongs here when its host is one of these or ends with a dot and one of them. */
  readonly hosts: readonly string[];
  /** Lower case; compared whole, never as a part of a longer word. */
  readonly aliases: readonly string[];
}

/** A row whose aliases are its name and the ones given. */
export function row(source: string, hosts: readonly string[], aliases: readonly string[] = []): SourceRow {
  return { source, hosts, aliases: [source, ...aliases] };
}
