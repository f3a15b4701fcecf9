import { z } from "zod";

/** A file of the data folder in a backup. */
const KeptFile = z.object({
  /** Below the data folder and below the backup alike, with forward slashes. */
  path: z
    .string()
    .regex(/^(recordings|recording-law|keys)\/[\w./-]+$/)
    .refine((path) => !path.includes("..")),
  bytes: z.number().int().nonnegative(),
  sha256: z.string(),
});
export type KeptFile = z.infer<typeof KeptFile>;

/** What lies in a backup's folder. Written last as `manifest.json`: a folder without it is a backup that broke off. */
export const Manifest = z.object({
  format: z.literal("ringtrail-backup/1"),
  /** The version of Ringtrail that wrote it. */
  version: z.string(),
  madeAt: z.iso.datetime(),
  /** Whether the master key is in it, without which nothing sealed opens. */
  withKey: z.boolean(),
  migrations: z.number().int().positive(),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.number().int().nonnegative(),
      bytes: z.number().int().nonnegative(),
      sha256: z.string(),
    }),
  ),
  files: z.array(KeptFile),
});
export type Manifest = z.infer<typeof Manifest>;

/** The folders of the data folder that a backup holds. The rest is made anew: the database from its tables, the spool. */
export const keptFolders = ["recordings", "recording-law"] as const;

/** The master key, below the data folder. */
export const keyPath = "keys/master.key";
