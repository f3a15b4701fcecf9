import type { SoundList } from "./endpoints/sound-doors.ts";
import { queryOf, type PageAsked } from "./query-of.ts";
import type {
  CallerPlaceList,
  CallerPlaceShown,
  CallerPlacesKept,
  NewCallerPlace,
  PlaceKind,
} from "./shapes/caller-place.ts";
import type { NewOverride, OverrideList, OwnerOverride } from "./shapes/override.ts";
import type { SoundShown } from "./shapes/sound.ts";

/** What callers are told, where they are, and what of the law the owner answers otherwise. */
export interface AnnouncementClient {
  callerPlaces(page?: PageAsked): Promise<CallerPlaceList>;
  /** Declares where the people behind a number are, in place of an earlier declaration. */
  declareCallerPlace(declared: NewCallerPlace): Promise<CallerPlaceShown>;
  withdrawCallerPlace(phone: string, kind?: PlaceKind): Promise<void>;
  /** Declares the places of a CSV file. */
  importCallerPlaces(file: Blob): Promise<CallerPlacesKept>;
  placesOfCall(call: string): Promise<CallerPlaceList>;
  declarePlaceOfCall(call: string, declared: Omit<NewCallerPlace, "phone">): Promise<CallerPlaceShown>;
  /** Takes back one declaration of a list. */
  forgetCallerPlace(id: string): Promise<void>;
  overrides(): Promise<OverrideList>;
  /** Answers a place otherwise than the law does, from the next call on. */
  keepOverride(override: NewOverride): Promise<OwnerOverride>;
  withdrawOverride(place: string): Promise<void>;
  sounds(): Promise<SoundList>;
  /** Uploads a WAV or an MP3. The same file again answers the sound that is there. */
  uploadSound(file: Blob, name: string): Promise<SoundShown>;
}

/** How one request is made. */
interface Requests {
  readonly get: <Answer>(path: string) => Promise<Answer>;
  readonly post: <Answer>(path: string, body?: unknown, key?: string) => Promise<Answer>;
  readonly remove: (path: string) => Promise<void>;
}

export function announcementClient({ get, post, remove }: Requests): AnnouncementClient {
  const part = encodeURIComponent;
  return {
    callerPlaces: (page = {}) => get(`/v1/caller-places${queryOf(page)}`),
    declareCallerPlace: (declared) => post("/v1/caller-places", declared),
    withdrawCallerPlace: (phone, kind = "declared") => post("/v1/caller-places/withdrawals", { phone, kind }),
    importCallerPlaces: (file) => post("/v1/caller-places/imports", file),
    placesOfCall: (call) => get(`/v1/calls/${part(call)}/caller-places`),
    declarePlaceOfCall: (call, declared) => post(`/v1/calls/${part(call)}/caller-places`, declared),
    forgetCallerPlace: (id) => remove(`/v1/caller-places/${part(id)}`),
    overrides: () => get("/v1/recording-consent/overrides"),
    keepOverride: (override) => post("/v1/recording-consent/overrides", override),
    withdrawOverride: (place) => remove(`/v1/recording-consent/overrides/${part(place)}`),
    sounds: () => get("/v1/sounds"),
    uploadSound: (file, name) => post(`/v1/sounds${queryOf({ name })}`, file),
  };
}
