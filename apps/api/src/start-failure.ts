/** Why the server did not start, in a form for people and for programs. Never holds a secret. */
export class StartFailure extends Error {
  readonly code: string;
  /** What to do about it. */
  readonly fix: string;

  constructor(code: string, message: string, fix: string) {
    super(message);
    this.name = "StartFailure";
    this.code = code;
    this.fix = fix;
  }
}
