import { row, type SourceRow } from "./source-row.ts";

/** Maps and route planners. Google Maps in a browser looks like Google's search, because only the host is told. */
export const mapServices: readonly SourceRow[] = [
  row(
    "google maps",
    [
      "maps.google.com",
      "maps.google.ca",
      "maps.google.co.in",
      "maps.google.co.jp",
      "maps.google.co.uk",
      "maps.google.com.au",
      "maps.google.com.br",
      "maps.google.de",
      "maps.google.es",
      "maps.google.fr",
      "maps.google.it",
      "maps.google.nl",
      "maps.app.goo.gl",
      "business.google.com",
      "g.page",
      "com.google.android.apps.maps",
    ],
    [
      "google-maps",
      "google_maps",
      "googlemaps",
      "maps",
      "gmb",
      "gbp",
      "gmb-listing",
      "gmb_listing",
      "google_my_business",
      "google-my-business",
      "googlemybusiness",
      "google_business_profile",
      "google-business-profile",
      "googlebusinessprofile",
    ],
  ),
  row("apple maps", ["maps.apple.com", "beta.maps.apple.com"], ["apple-maps", "apple_maps", "applemaps"]),
  row("bing places", [], ["bing-places", "bing_places", "bingplaces"]),
  row("waze", ["waze.com", "com.waze"], ["waze.com"]),
  row("openstreetmap", ["openstreetmap.org", "osm.org"], ["osm"]),
  row("here", ["wego.here.com"]),
  row("mapquest", ["mapquest.com"]),
];

/** Mail read in a browser or an app, and the hosts its links pass through. */
export const mailServices: readonly SourceRow[] = [
  row("gmail", ["mail.google.com", "com.google.android.gm"]),
  row("outlook", [
    "outlook.live.com",
    "outlook.office.com",
    "outlook.office365.com",
    "safelinks.protection.outlook.com",
    "com.microsoft.office.outlook",
  ]),
  row("yahoo mail", ["mail.yahoo.com", "mail.yahoo.co.jp", "com.yahoo.mobile.client.android.mail"]),
  row("aol mail", ["mail.aol.com"]),
  row("proton mail", ["mail.proton.me"]),
  row("fastmail", ["app.fastmail.com"]),
  row("zoho mail", ["mail.zoho.com", "mail.zoho.eu"]),
  row("icloud mail", ["www.icloud.com"]),
  row("gmx mail", ["deref-gmx.net", "deref-gmx.com", "bap.navigator.gmx.net"]),
  row("web.de mail", ["deref-web.de", "bap.navigator.web.de"]),
  row("mail.com", ["deref-mail.com"]),
  row("mail.ru mail", ["e.mail.ru"]),
  row("yandex mail", ["mail.yandex.ru", "mail.yandex.com"]),
  row("rambler mail", ["mail.rambler.ru"]),
  row("seznam mail", ["email.seznam.cz"]),
  row("ukr.net mail", ["mail.ukr.net"]),
];

/** Advertising systems a visit may come through when its ad carries no click id. */
export const adSystems: readonly SourceRow[] = [
  row("google ads", ["doubleclick.net", "googleadservices.com", "googlesyndication.com", "syndicatedsearch.goog"]),
  row("amazon ads", ["amazon-adsystem.com"]),
  row("criteo", ["criteo.com"]),
  row("taboola", ["taboola.com"]),
  row("outbrain", ["outbrain.com"]),
];

/** Where a shop sends its buyers to pay. Coming back from there is no new touch. */
export const paymentHosts: readonly string[] = [
  "paypal.com",
  "checkout.stripe.com",
  "hooks.stripe.com",
  "pay.stripe.com",
  "checkout.shopify.com",
  "shop.app",
  "pay.google.com",
  "payments.amazon.com",
  "klarna.com",
  "mollie.com",
  "adyen.com",
  "secure.worldpay.com",
  "checkout.com",
];
