import type { CallerPlaceList, CallerPlaceShown, NewCallerPlace } from "./endpoints/caller-place-doors.ts";
import type { SoundList } from "./endpoints/sound-doors.ts";
import { queryOf } from "./query-of.ts";
import type { SoundShown } from "./shapes/sound.ts";

/** What callers are told, and where they are. */
export interface AnnouncementClient {
  callerPlaces(): Promise<CallerPlaceList>;
  /** Declares where the people behind a number are, in place of an earlier declaration. */
  declareCallerPlace(declared: NewCallerPlace): Promise<CallerPlaceShown>;
  withdrawCallerPlace(phone: string): Promise<void>;
  sounds(): Promise<SoundList>;
  /** Uploads a WAV or an MP3. The same file again answers the sound that is there. */
  uploadSound(file: Blob, name: string): Promise<SoundShown>;
}

/** How one request is made. */
interface Requests {
  readonly get: <Answer>(path: string) => Promise<Answer>;
  readonly post: <Answer>(path: string, body?: unknown, key?: string) => Promise<Answer>;
}

export function announcementClient({ get, post }: Requests): AnnouncementClient {
  return {
    callerPlaces: () => get("/v1/caller-places"),
    declareCallerPlace: (declared) => post("/v1/caller-places", declared),
    withdrawCallerPlace: (phone) => post("/v1/caller-places/withdrawals", { phone }),
    sounds: () => get("/v1/sounds"),
    uploadSound: (file, name) => post(`/v1/sounds${queryOf({ name })}`, file),
  };
}
