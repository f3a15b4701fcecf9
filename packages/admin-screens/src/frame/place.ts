/** Which calls a list shows: none that is flagged as spam, or only them. */
export type SpamFilter = "hide" | "only";

/** Where a person is among the screens. */
export type Place =
  | { readonly screen: "calls"; readonly spam?: SpamFilter }
  | { readonly screen: "call"; readonly call: string }
  | { readonly screen: "numbers" }
  | { readonly screen: "call-flows" }
  | { readonly screen: "recording-consent" }
  | { readonly screen: "destinations" }
  | { readonly screen: "orders" };

/** Screens whose address is their name and nothing more. */
const plainScreens = ["numbers", "call-flows", "recording-consent", "destinations", "orders"] as const;

const callId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The part of an address that names a place: `/calls`, `/calls/without-spam`, `/calls/spam`, `/calls/<id>`, `/numbers`, `/call-flows`, `/recording-consent`, `/destinations`, `/orders`. */
export function pathOf(place: Place): string {
  switch (place.screen) {
    case "calls":
      return place.spam === undefined ? "/calls" : place.spam === "hide" ? "/calls/without-spam" : "/calls/spam";
    case "call":
      return `/calls/${place.call}`;
    case "numbers":
      return "/numbers";
    case "call-flows":
      return "/call-flows";
    case "recording-consent":
      return "/recording-consent";
    case "destinations":
      return "/destinations";
    case "orders":
      return "/orders";
  }
}

/** Reads a place; an address nobody gave out leads home. */
export function placeAt(path: string, home: Place): Place {
  const [, first, second, ...rest] = path.split("/");
  const plain = plainScreens.find((screen) => screen === first);
  if (second === undefined && plain !== undefined) return { screen: plain };
  if (first !== "calls" || rest.length > 0) return home;
  if (second === undefined || second === "") return { screen: "calls" };
  if (second === "without-spam") return { screen: "calls", spam: "hide" };
  if (second === "spam") return { screen: "calls", spam: "only" };
  return callId.test(second) ? { screen: "call", call: second } : home;
}
