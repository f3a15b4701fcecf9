import type { Command } from "commander";

type LoadCommand = () => Promise<(program: Command) => void>;

/** The commands in the order help prints them. Each is a file that is loaded when the command is asked for. */
export const commands: ReadonlyMap<string, LoadCommand> = new Map<string, LoadCommand>([
  ["start", async () => (await import("./add-start.ts")).addStart],
  ["call", async () => (await import("./add-call.ts")).addCall],
  ["consent", async () => (await import("./consent/add-consent.ts")).addConsent],
  ["audit", async () => (await import("./audit/add-audit.ts")).addAudit],
  ["doctor", async () => (await import("./add-doctor.ts")).addDoctor],
  ["break-glass", async () => (await import("./break-glass/add-break-glass.ts")).addBreakGlass],
  ["keys", async () => (await import("./add-keys.ts")).addKeys],
  ["accounts", async () => (await import("./accounts/add-accounts.ts")).addAccounts],
  ["people", async () => (await import("./people/add-people.ts")).addPeople],
  ["encryption", async () => (await import("./encryption/add-encryption.ts")).addEncryption],
  ["export", async () => (await import("./add-export.ts")).addExport],
  ["backup", async () => (await import("./backup/add-backup.ts")).addBackup],
  ["restore", async () => (await import("./backup/add-restore.ts")).addRestore],
  ["import", async () => (await import("./import/add-import.ts")).addImport],
  ["fallback", async () => (await import("./add-fallback.ts")).addFallback],
  ["numbers", async () => (await import("./numbers/add-numbers.ts")).addNumbers],
  ["destinations", async () => (await import("./destinations/add-destinations.ts")).addDestinations],
  ["go-live", async () => (await import("./add-go-live.ts")).addGoLive],
  ["seed", async () => (await import("./add-seed.ts")).addSeed],
  ["attribution", async () => (await import("./add-attribution.ts")).addAttribution],
  ["channel", async () => (await import("./add-channel.ts")).addChannel],
  ["costs", async () => (await import("./add-costs.ts")).addCosts],
  ["report", async () => (await import("./add-report.ts")).addReport],
  ["pool", async () => (await import("./add-pool.ts")).addPool],
  ["asterisk", async () => (await import("./add-asterisk.ts")).addAsterisk],
  ["version", async () => (await import("./add-version.ts")).addVersion],
]);
