import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { NewOverride, OverrideList, OwnerOverride } from "../shapes/override.ts";

const changes = ["overrides_refused", "overrides_shared", "not_ready"] as const;

/** Lists the owner's overrides. */
export const listOverrides = defineEndpoint({
  method: "GET",
  path: "/v1/recording-consent/overrides",
  name: "listOverrides",
  summary: "What the owner answers otherwise than the law, and who decided it when and why",
  scope: "calls:read",
  status: 200,
  response: OverrideList,
  whole: "at most one for each place of the law",
  problems: ["overrides_refused", "not_ready"],
});

/** Keeps an override, in place of an earlier one of the same place. */
export const keepOverride = defineEndpoint({
  method: "POST",
  path: "/v1/recording-consent/overrides",
  name: "keepOverride",
  summary:
    "Answer a place otherwise than the law does, from the next call on; an earlier override of the place is replaced",
  scope: "sites:write",
  body: NewOverride,
  status: 201,
  response: OwnerOverride,
  problems: ["override_wrong", ...changes],
});

/** Takes an override back: the law answers again. */
export const withdrawOverride = defineEndpoint({
  method: "DELETE",
  path: "/v1/recording-consent/overrides/{place}",
  name: "withdrawOverride",
  summary: "Take an override back; from the next call on the law answers again",
  scope: "sites:write",
  params: z.object({ place: z.string().min(2).max(8) }),
  status: 204,
  problems: ["override_absent", ...changes],
});
