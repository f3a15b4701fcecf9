import type { RuleSetBroken } from "@ringtrail/recording-law";
import { whatWasRefused } from "../../law/load-law.ts";
import { readLaw } from "../../law/read-law.ts";
import { CommandFailure } from "../output.ts";
import { readCliSettings } from "../read-cli-settings.ts";

/** The law a server of this data folder decides by. A command that checks must not check by another. @throws CommandFailure. */
export async function findLaw() {
  const law = await readLaw(readCliSettings().dataFolder);
  if (law.ok) return law.value.rules;
  throw refusedLaw(law.reason);
}

/** Says which rule set was refused and where it is wrong. */
export function refusedLaw(reason: RuleSetBroken): CommandFailure {
  const { code, where } = whatWasRefused(reason);
  const fix = "Correct it, or take it out of DATA_FOLDER/recording-law; ringtrail doctor names the files.";
  return new CommandFailure(code, `The recording law is refused: ${where}.`, fix);
}
