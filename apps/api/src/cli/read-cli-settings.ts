import { readSettings, type Settings } from "../env.ts";
import { CommandFailure } from "./output.ts";

/** The settings of this command: the environment, with the command's own options over it. @throws CommandFailure. */
export function readCliSettings(over: Readonly<Record<string, string | undefined>> = {}): Settings {
  const given = Object.fromEntries(Object.entries(over).filter(([, value]) => value !== undefined));
  const settings = readSettings({ ...process.env, ...given });
  if (settings.ok) return settings.value;
  const { code, name, says } = settings.reason;
  throw new CommandFailure(code, `${name} ${says}.`, `Correct ${name} and try again.`);
}
