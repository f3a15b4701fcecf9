import type { Round } from "../jobs/keep-round.ts";
import { obeyRetention, type RetentionGround } from "./obey-retention.ts";

/** Forgets, once a day, what is due in every account. */
export function retentionRound(ground: RetentionGround): Round {
  const work = async (): Promise<void> => {
    for (const { id } of await ground.accounts.accounts()) await obeyRetention(ground, id);
  };
  return { name: "obey-retention", everySeconds: 86_400, work };
}
