import { __ } from "@wordpress/i18n";
import { problemIn } from "../frame/problem-in.ts";

/** Which field of a form about sign-in is refused, and why; no field when it is none in particular. */
export interface Refusal {
  readonly field: "code" | "password" | "newPassword" | undefined;
  readonly words: string;
}

/** Reads why a door of sign-in refused. It tells codes and passwords apart; which field holds them is the same on every form. */
export function refusalOf(error: unknown): Refusal {
  const problem = error instanceof Error ? problemIn(error) : undefined;
  switch (problem?.code) {
    case undefined:
      return {
        field: undefined,
        words: __("The server cannot be reached. What you wrote is still here: try again.", "ringtrail"),
      };
    case "two_factor_code_refused":
      return { field: "code", words: codeWords() };
    case "sign_in_refused":
      return { field: "password", words: __("This is not your password.", "ringtrail") };
    case "password_refused":
      return { field: "newPassword", words: newPasswordWords() };
    default:
      return { field: undefined, words: `${problem?.title ?? ""} ${problem?.fix ?? ""}`.trim() };
  }
}

/** What the API asks of a new password. */
export function newPasswordWords(): string {
  return __("Use 12 to 128 characters that are on no list of leaked passwords.", "ringtrail");
}

/** What a code has to be. */
export function codeWords(): string {
  return __("This code is refused. Write the six digits your authenticator shows now.", "ringtrail");
}
