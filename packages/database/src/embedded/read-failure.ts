import { trouble, type EmbeddedTrouble } from "./trouble.ts";

type Failure = { readonly ok: false; readonly reason: EmbeddedTrouble };

/** What PostgreSQL's last words mean, most telling first. They are English: the server runs with the locale C. */
const meanings: readonly (readonly [RegExp, EmbeddedTrouble["code"]])[] = [
  [/No space left on device|Disk quota exceeded/, "disk_full"],
  [/lock file .* already exists|already in use by another/, "postgres_stuck"],
  [
    /cannot be run as root|could not look up effective user ID|cannot be executed by "root"/,
    "postgres_needs_another_user",
  ],
  [/Permission denied|has wrong ownership|invalid permissions|Read-only file system/, "data_folder_not_writable"],
  [/error while loading shared libraries|cannot execute binary|not found \(required by/, "postgres_cannot_run"],
  [/PANIC|FATAL|checksum|invalid|could not (open|read|locate|access|find)/, "data_folder_corrupt"],
];

/** Turns the server's last words into a reason. The words themselves go along, for the log. */
export function readFailure(words: string, folder: string): Failure {
  const code = meanings.find(([pattern]) => pattern.test(words))?.[1] ?? "postgres_cannot_run";
  return trouble(code, folder, { said: words.trim().slice(-600) });
}
