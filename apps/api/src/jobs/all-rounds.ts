import { adPlatformRound } from "../conversions/tell-round.ts";
import type { Deps } from "../deps.ts";
import { digestRound } from "../destinations/digest-round.ts";
import { forgetRound } from "../destinations/forget-round.ts";
import { numberRounds } from "../numbers/number-rounds.ts";
import { retentionRound } from "../retention/retention-round.ts";
import { addUpRound, joinRound } from "../report/add-up-round.ts";
import { silenceRound } from "../silence/watch-silence.ts";
import { survivalRounds } from "../survival/survival-rounds.ts";
import { countingRound } from "../healthcare/counting-round.ts";
import { learningRound } from "../workflows/learn-sites.ts";

/** Everything the server does by itself from time to time. */
export function allRounds(deps: Deps) {
  return [
    ...survivalRounds(deps),
    ...numberRounds(deps),
    learningRound(deps),
    forgetRound(deps),
    retentionRound(deps),
    digestRound(deps),
    addUpRound(deps),
    joinRound(deps),
    silenceRound(deps),
    adPlatformRound(deps),
    countingRound(deps),
  ];
}
