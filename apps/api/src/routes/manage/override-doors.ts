import { keepOverride, listOverrides, withdrawOverride, type OwnerOverride } from "@ringtrail/api-contract";
import { err, ok, type Result } from "@ringtrail/core";
import type { LoadedRuleSet } from "@ringtrail/recording-law";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import type { Deps } from "../../deps.ts";
import type { WrittenOverride } from "../../law/override-book.ts";
import { placeNames } from "../../show/name-place.ts";
import { serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

/** What of the law the owner answers otherwise. It holds for the whole server, so only the account that is alone on it changes it. */
export function overrideDoors(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  const { overrides: book, accounts, now } = deps;
  const isShared = async (): Promise<boolean> => (await accounts.accounts()).length > 1;
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, listOverrides, async () => {
        const opened = await book.open();
        if (!opened.ok) return opened;
        const { bare, overrides } = opened.value;
        return ok({ overrides: overrides.map((one) => show(bare, one)), mayChange: !(await isShared()) });
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, keepOverride, async ({ asker: { account, actor }, body }) => {
        if (await isShared()) return err({ code: "overrides_shared" });
        const answer = checkAnswer(body);
        if (!answer.ok) return answer;
        const kept = await book.keep(body);
        if (!kept.ok) return kept;
        const { place, phone = "", video = "", author } = body;
        const facts = { phone, video, author };
        await accounts.audit(account, { actor, action: "override.kept", object: place, at: now(), facts });
        return ok(show(kept.value.bare, body));
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, withdrawOverride, async ({ asker: { account, actor }, params: { place } }) => {
        if (await isShared()) return err({ code: "overrides_shared" });
        const gone = await book.withdraw(place);
        if (!gone.ok) return gone;
        await accounts.audit(account, { actor, action: "override.withdrawn", object: place, at: now(), facts: {} });
        return ok(undefined);
      }),
    );
}

/** An override that answers nothing is none. */
function checkAnswer({
  phone,
  video,
}: WrittenOverride): Result<undefined, { readonly code: "override_wrong"; readonly field: string }> {
  return phone === undefined && video === undefined ? err({ code: "override_wrong", field: "phone" }) : ok(undefined);
}

function show(bare: LoadedRuleSet, override: WrittenOverride): OwnerOverride {
  const law = bare.places.get(override.place);
  const name = placeNames(bare)(override.place);
  return { ...override, name, lawPhone: law?.phone ?? "announce", lawVideo: law?.video ?? "announce" };
}
