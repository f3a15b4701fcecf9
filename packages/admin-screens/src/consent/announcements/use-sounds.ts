import type { SoundList } from "@ringtrail/api-contract";
import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { AnnouncementsApi } from "../../frame/host.tsx";

/** Where the list of sounds is kept while the screen is open. */
export const soundsKey = ["sounds"] as const;

/** What can be played in calls. */
export function useSounds(api: AnnouncementsApi): UseQueryResult<SoundList> {
  return useQuery({ queryKey: soundsKey, queryFn: () => api.sounds() });
}
