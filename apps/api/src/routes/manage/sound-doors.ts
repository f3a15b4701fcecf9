import { listSounds, playSound, uploadSound } from "@ringtrail/api-contract";
import { ok, parseId, type AccountId } from "@ringtrail/core";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import type { Deps } from "../../deps.ts";
import { parseRange } from "../../http/parse-range.ts";
import { showShippedSound, showSound } from "../../show/show-sound.ts";
import { sendWav } from "../../sounds/send-wav.ts";
import { findShippedSounds, type ShippedSound } from "../../sounds/shipped-sounds.ts";
import { checkSoundLink, signSoundLink, soundLinkLifeMs } from "../../sounds/sound-link.ts";
import { keepSound } from "../../workflows/keep-sound.ts";
import { checkRequest } from "./check-request.ts";
import { refuse, serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

/** What is played in calls: uploaded, listed and heard. */
export function soundDoors(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  const shipped = findShippedSounds();
  const expires = () => Math.ceil((deps.now() + soundLinkLifeMs) / 1_000);
  const urlOf = (base: string, account: AccountId | undefined, sha256: string) =>
    `${base}${signSoundLink(deps.secrets.sound, { account, sha256, expires: expires() })}`;
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, listSounds, async ({ asker: { account }, base }) =>
        ok({
          sounds: (await deps.sounds.sounds(account)).map((one) => showSound(one, urlOf(base, account, one.sha256))),
          shipped: shipped.map((one) => showShippedSound(one, urlOf(base, undefined, one.sha256))),
        }),
      ),
    )
    .route(
      "/",
      serveEndpoint(ground, uploadSound, async ({ asker: { account, actor }, base, query: { name }, body }) => {
        const kept = await keepSound(deps, { account, actor, name, bytes: body.bytes });
        return kept.ok ? ok(showSound(kept.value, urlOf(base, account, kept.value.sha256))) : kept;
      }),
    )
    .route("/", playToPeople(deps, shipped));
}

/** The link is the permission. What is heard here is what callers hear, so no look at it is written down. */
function playToPeople({ sounds, secrets, now }: Deps, shipped: readonly ShippedSound[]): Hono<AppEnv> {
  return new Hono<AppEnv>().get("/v1/sounds/:sha256/audio", async (c) => {
    const parts = await checkRequest(c, playSound);
    if (!parts.ok) return refuse(c, parts.reason);
    const { sha256 } = playSound.params.parse(parts.value.params);
    const { account: given, expires, signature } = playSound.query.parse(parts.value.query);
    const account = given === undefined ? undefined : parseId<AccountId>(given);
    if (account !== undefined && !account.ok) return refuse(c, { code: "link_invalid" });
    const link = checkSoundLink(secrets.sound, { account: account?.value, sha256, expires }, signature, now());
    if (!link.ok) return refuse(c, link.reason);
    const wav =
      account === undefined
        ? shipped.find((one) => one.sha256 === sha256)?.read()
        : await sounds.soundFile(account.value, sha256, "telephone");
    c.header("Cache-Control", "private, max-age=3600");
    if (wav === undefined) return refuse(c, { code: "link_invalid" });
    c.header("Accept-Ranges", "bytes");
    const range = parseRange(c.req.header("range"), wav.length);
    if (range !== "unsatisfiable") return sendWav(c, wav, range);
    c.header("Content-Range", `bytes */${wav.length}`);
    return refuse(c, { code: "range_unsatisfiable", size: wav.length });
  });
}
