import type { Asked } from "./contract-world.ts";
import { playedBackupCodes, playedCode, playedPerson } from "./played-account.ts";
import { sendJson, sendProblem } from "./send.ts";

const opened = { "set-cookie": "rt_session=open; Path=/; HttpOnly; SameSite=Lax" };

/** A first step that was right: a session, or half of one where the second factor is still to come. */
export function letIn({ world, response }: Asked): void {
  const isHalf = world.settings.session.person?.hasTwoFactor === true;
  response.setHeader("set-cookie", isHalf ? opened["set-cookie"].replace("open", "half") : opened["set-cookie"]);
  sendJson(response, 200, isHalf ? { twoFactorRedirect: true } : {});
}

/** Plays the doors to one's own second factor and password; false for any other. */
export function answerSecondFactor(asked: Asked, body: Readonly<Record<string, unknown>>): boolean {
  const { world, url, request, response } = asked;
  const { settings } = world;
  const { person } = settings.session;
  const change = (now: Partial<NonNullable<typeof person>>): void => {
    if (person !== undefined) settings.session = { ...settings.session, person: { ...person, ...now } };
  };
  const refuse = (code: string, status = 401): boolean => {
    sendProblem(response, status, code, "This is refused.", "Look again at what you wrote.");
    return true;
  };
  const done = (answer: object = {}): boolean => {
    sendJson(response, 200, answer);
    return true;
  };
  const isProven = person?.hasPassword !== true || body["password"] === settings.password;
  switch (url.pathname.replace("/api/auth/", "")) {
    case "two-factor/enable":
      if (!isProven) return refuse("sign_in_refused");
      return done({
        totpURI: `otpauth://totp/Ringtrail:${playedPerson.email}?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Ringtrail`,
        backupCodes: playedBackupCodes,
      });
    case "two-factor/verify-totp":
      if (body["code"] !== playedCode) return refuse("two_factor_code_refused");
      if (/rt_session=open/.test(request.headers.cookie ?? "")) change({ hasTwoFactor: true, mustSetTwoFactor: false });
      response.setHeader("set-cookie", opened["set-cookie"]);
      return done();
    case "two-factor/verify-backup-code":
      if (!playedBackupCodes.some((one) => one === body["code"])) return refuse("two_factor_code_refused");
      response.setHeader("set-cookie", opened["set-cookie"]);
      return done();
    case "two-factor/generate-backup-codes":
      return isProven ? done({ backupCodes: playedBackupCodes.toReversed() }) : refuse("sign_in_refused");
    case "two-factor/disable":
      if (!isProven) return refuse("sign_in_refused");
      change({ hasTwoFactor: false });
      return done();
    case "set-password":
    case "change-password":
      if (url.pathname.endsWith("change-password") && body["currentPassword"] !== settings.password) {
        return refuse("sign_in_refused");
      }
      if (String(body["newPassword"]).length < 12) return refuse("password_refused", 422);
      settings.password = String(body["newPassword"]);
      change({ hasPassword: true });
      return done();
    default:
      return false;
  }
}
