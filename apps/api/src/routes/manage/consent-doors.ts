import { compareRuleSets, listRecordingPlaces, listRuleSets, previewRecordingDecision } from "@ringtrail/api-contract";
import { err, ok } from "@ringtrail/core";
import { diffRuleSets } from "@ringtrail/recording-law";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import type { Deps } from "../../deps.ts";
import { isHistorical, openRuleSet, ruleSetNames } from "../../open-rule-sets.ts";
import { placeNames } from "../../show/name-place.ts";
import { showPreview } from "../../show/show-preview.ts";
import { sayRuleSet, showChange, showRuleSet } from "../../show/show-rule-set.ts";
import { answerPlaces } from "../../workflows/answer-places.ts";
import { placesOfBusiness, previewDecision } from "../../workflows/preview-decision.ts";
import { serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

/** May a call be recorded? Decisions on calls that are only thought of, the map, and the rule sets behind them. */
export function consentDoors(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, previewRecordingDecision, async ({ asker, body }) => {
        const decided = previewDecision(deps, asker.account, body);
        return decided.ok ? ok(showPreview(decided.value, deps.law)) : decided;
      }),
    )
    .route("/", places(deps, ground))
    .route(
      "/",
      serveEndpoint(ground, listRuleSets, async () => {
        const opened = await Promise.all(ruleSetNames.map(async (id) => ({ id, set: await openRuleSet(id) })));
        return ok({
          ruleSets: opened.flatMap(({ id, set }) =>
            set.ok ? [{ id, ...showRuleSet(set.value), isHistorical: isHistorical(id) }] : [],
          ),
        });
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, compareRuleSets, async ({ query }) => {
        const [before, after] = [await openRuleSet(query.before), await openRuleSet(query.after)];
        if (!before.ok) return err({ ...before.reason, field: "before" });
        if (!after.ok) return err({ ...after.reason, field: "after" });
        const { added, removed, changed, kept } = diffRuleSets(before.value, after.value);
        return ok({
          before: showRuleSet(before.value),
          after: showRuleSet(after.value),
          added: added.map(showChange),
          removed: removed.map(showChange),
          changed: changed.map(showChange),
          kept: kept.map(showChange),
          footnote: sayRuleSet(after.value),
        });
      }),
    );
}

function places(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  return serveEndpoint(ground, listRecordingPlaces, async ({ asker, query }) => {
    const { law } = deps;
    if (law === undefined) return err({ code: "not_ready" });
    const given = query.business?.split(",").map((place) => place.trim());
    if (given?.every((place) => place === "")) return err({ code: "business_place_missing", field: "business" });
    const business = given ?? placesOfBusiness(deps, asker.account);
    const answers = answerPlaces(law, business);
    if (!answers.ok) return err({ ...answers.reason, field: "business" });
    const nameOf = placeNames(law);
    const named = (place: string): { place: string; name: string } => ({ place, name: nameOf(place) });
    return ok({
      ruleSet: showRuleSet(law),
      business: business.map(named),
      places: answers.value,
      withoutRule: [...law.countries]
        .filter((place) => !law.places.has(law.memberOf.get(place) ?? place))
        .map(named)
        .toSorted((a, b) => a.name.localeCompare(b.name, "en")),
      footnote: sayRuleSet(law),
    });
  });
}
