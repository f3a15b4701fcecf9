/**
 * Why the embedded server cannot run, as data. Nothing was changed when one of these is answered: a folder that holds
 * something else, another version or a damaged cluster is left exactly as it was.
 */
export interface EmbeddedTrouble {
  readonly code:
    /** No PostgreSQL binaries are published for this system, or npm left the optional package out. */
    | "postgres_binaries_missing"
    /** The binaries are there and do not start here. */
    | "postgres_cannot_run"
    /** PostgreSQL refuses to run as root, and no other user can be taken. */
    | "postgres_needs_another_user"
    /** The data folder holds files that are no PostgreSQL cluster. */
    | "data_folder_foreign"
    /** The cluster was made by another major version. */
    | "data_folder_wrong_version"
    /** The cluster is damaged: the server reads it and gives up. */
    | "data_folder_corrupt"
    /** The data folder may not be read or written. */
    | "data_folder_not_writable"
    /** A password file of the cluster is missing. */
    | "data_folder_password_missing"
    | "disk_full"
    /** A server runs on this folder and neither answers nor ends. */
    | "postgres_stuck";
  /** The folder it is about. */
  readonly folder: string;
  /** What is wrong and what to do, in one or two sentences. */
  readonly fix: string;
  /** Facts for a log: versions, bytes, the server's last words. Never a secret. */
  readonly facts: Readonly<Record<string, string | number>>;
}

const elsewhere = "or set DATABASE_URL to a PostgreSQL 15 or newer";

/** The sentence for each trouble. One switch, so that a new code does not compile without its sentence. */
function fixOf(code: EmbeddedTrouble["code"], folder: string): string {
  switch (code) {
    case "postgres_binaries_missing":
      return `There is no embedded PostgreSQL for this system. Reinstall with optional dependencies, ${elsewhere}.`;
    case "postgres_cannot_run":
      return `The embedded PostgreSQL does not start on this system. Run Ringtrail elsewhere, ${elsewhere}.`;
    case "postgres_needs_another_user":
      return `PostgreSQL refuses to run as this user. Start Ringtrail as an ordinary user, ${elsewhere}.`;
    case "data_folder_foreign":
      return `${folder} holds other files. Choose an empty folder with --data, ${elsewhere}.`;
    case "data_folder_wrong_version":
      return `${folder} was made by another PostgreSQL version. Start the Ringtrail version that made it and run "ringtrail export", ${elsewhere}.`;
    case "data_folder_corrupt":
      return `${folder} is damaged. Nothing was changed. Restore it from a backup, or move it away to start empty.`;
    case "data_folder_not_writable":
      return `${folder} may not be written. Give it to the user who starts Ringtrail, or choose another folder with --data.`;
    case "data_folder_password_missing":
      return `${folder} has lost its password file. Restore it from the backup of the data folder.`;
    case "disk_full":
      return `The disk under ${folder} is full. Free some space and start again; nothing was changed.`;
    case "postgres_stuck":
      return `Another PostgreSQL process holds ${folder} and does not answer. End that process and start again.`;
  }
}

/** Makes the reason with its sentence. */
export function trouble(
  code: EmbeddedTrouble["code"],
  folder: string,
  facts: EmbeddedTrouble["facts"] = {},
): { readonly ok: false; readonly reason: EmbeddedTrouble } {
  return { ok: false, reason: { code, folder, fix: fixOf(code, folder), facts } };
}
