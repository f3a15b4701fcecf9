import type { Channel } from "./touch.ts";

/** Channels that cost money per click or view. */
export const paidChannels: readonly Channel[] = ["paid_search", "paid_social", "paid_other"];
