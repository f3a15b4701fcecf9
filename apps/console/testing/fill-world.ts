import {
  aDelivery,
  aDestination,
  aForm,
  anAdPlatform,
  anAnsweredCall,
  anApiKey,
  anAuditEntry,
  anOrder,
  anOverview,
  aPerson,
  aPool,
  aRentedNumber,
  aRingingCall,
  aToldConversion,
  aWaitingCall,
  callId,
  type ContractWorld,
} from "@ringtrail/admin-screens/testing";

/** Fills a played account as a plumber's would be after some weeks: what the pictures show, and what most tests walk. */
export function fillWorld(world: ContractWorld, now: number): void {
  const ago = (minutes: number): Date => new Date(now - minutes * 60_000);
  world.overview = anOverview(new Date(now).toISOString().slice(0, 10));
  world.calls.push(
    aRingingCall(1, ago(0)),
    anAnsweredCall(2, ago(9)),
    anAnsweredCall(3, ago(55), {
      matchKind: "ambiguous",
      confidence: 0.41,
      touch: { channel: "organic_search", source: "google", medium: "organic", rule: "search_referrer" },
      landingPath: "/drain-cleaning/24-hour-emergency-service-in-oakland-and-berkeley",
    }),
    anAnsweredCall(4, ago(400), {
      matchKind: "none",
      confidence: 0.7,
      touch: undefined,
      landingPath: undefined,
      pages: [],
      state: { phase: "ended", businessEnd: "no_answer", refused: false, talkMs: 0, lengthMs: 21_000 },
    }),
  );
  world.pools.push(aPool(new Date(now)));
  world.carrier.rented.push(aRentedNumber(1));
  world.orders.push(anOrder(1, { call: callId(2) }), anOrder(2));
  const note = { tags: ["roof", "second visit"], text: "Wants a quote for the gutter too.", by: "user:owner" };
  world.notes.set(callId(2), { ...note, lead: "won", at: ago(5).toISOString() });
  world.values.set(callId(2), { amount: 420, currency: "USD" });
  world.waitingCalls.push(aWaitingCall(1));
  world.forms.push(aForm(1), aForm(2));
  fillLaw(world, ago);
  fillDestinations(world, ago);
  fillSites(world, ago);
  const { settings } = world;
  settings.holds = [
    { id: callId(6_000), call: callId(4), reason: "Case 26-114", placedBy: "owner", placedAt: ago(600).toISOString() },
  ];
  settings.people.push(aPerson(1), aPerson(2, { role: "analyst" }));
  settings.apiKeys.push(anApiKey(1));
  for (let nth = 5; nth > 0; nth -= 1) settings.audit.push(anAuditEntry(nth));
}

function fillLaw(world: ContractWorld, ago: (minutes: number) => Date): void {
  world.overrides["US-CA"] = {
    phone: "active_consent",
    reason: "Our counsel wants a yes from every Californian",
    author: "Ann Owner",
    date: "2026-11-24",
  };
  world.callerPlaces.push({
    id: "place-1",
    phone: "+1…23",
    kind: "billing",
    place: "US-WA",
    name: "Washington",
    basis: "Address on the invoices of 2026",
    declaredBy: "ann@example.com",
    declaredAt: ago(90).toISOString(),
  });
  world.cannot.push({
    carrier: "twilio",
    skill: "hear_agent_keys",
    words: "Twilio does not tell us of keys pressed during a talk: whoever answers pauses a recording by the API.",
  });
}

function fillDestinations(world: ContractWorld, ago: (minutes: number) => Date): void {
  const crm = aDestination(1);
  const ann = aDestination(2, {
    kind: "email",
    name: "Ann Owner",
    facts: ["call.completed", "voicemail", "notice", "digest"],
    settings: { to: "ann@example.com", timeZone: "America/Chicago" },
    failures: 3,
    failingSince: ago(90).toISOString(),
  });
  const refused = { at: ago(4).toISOString(), tookMs: 31, trouble: "connection_refused" };
  world.destinations.push(crm, ann);
  world.deliveries.push(
    aDelivery(1, crm.id),
    aDelivery(2, ann.id, { state: "waiting", dueAt: ago(-20).toISOString(), tries: [refused] }),
    aDelivery(3, crm.id, { state: "dead", why: "replay", tries: [{ ...refused, status: 500, trouble: "status_bad" }] }),
  );
}

/** A site whose script works and whose ads tell some of their keywords, and what platforms were told. */
function fillSites(world: ContractWorld, ago: (minutes: number) => Date): void {
  world.siteCheck = {
    lastSeenAt: ago(3).toISOString(),
    pages: 2,
    lastSwapAt: ago(4).toISOString(),
    adClicks: [{ source: "google", clicks: 12, keywords: 9 }],
  };
  world.heard = [
    { site: callId(800), what: "visits", name: "Bay Plumbing", state: "heard", lastHeardAt: ago(3).toISOString() },
    {
      site: callId(800),
      what: "calls",
      name: "+14155550100",
      state: "silent",
      lastHeardAt: ago(1_900).toISOString(),
      missed: 12,
    },
    { site: callId(800), what: "calls", name: "+14155550188", state: "learning", lastHeardAt: ago(50).toISOString() },
  ];
  world.adPlatforms.push(
    anAdPlatform(ago(0)),
    anAdPlatform(ago(0), {
      id: "0199f3c2-0000-7000-8000-0000000000ae",
      platform: "meta",
      settings: { pixelId: "1234567890" },
      last: {
        at: ago(15).toISOString(),
        told: 0,
        refused: 0,
        trouble: "platform_keys_refused",
        said: "Error 190: expired.",
      },
    }),
  );
  world.conversions.push(
    aToldConversion(2),
    aToldConversion(3, { how: "file", platform: "microsoft_ads", click: "msclkid", value: undefined }),
    aToldConversion(4, { state: "retracted" }),
  );
}
