import { allEndpoints } from "@ringtrail/api-contract";
import { Hono } from "hono";
import type { AppEnv } from "../app-env.ts";
import { authRoutes } from "../auth/auth-routes.ts";
import { doorBook } from "../auth/door-book.ts";
import { makeAuth } from "../auth/make-auth.ts";
import type { Deps } from "../deps.ts";
import { limitRate } from "../http/limit-rate.ts";
import { accountDoors } from "./manage/account-doors.ts";
import { adPlatformDoors } from "./manage/ad-platform-doors.ts";
import { auditDoor } from "./manage/audit-door.ts";
import { callerPlaceDoors } from "./manage/caller-place-doors.ts";
import { placesOfCallDoors } from "./manage/places-of-call-doors.ts";
import { connectRequests } from "../connect/connect-requests.ts";
import { openInvitations } from "./open-invitations.ts";
import { openConnections } from "./open-connections.ts";
import { callerWishDoors } from "./manage/caller-wish-doors.ts";
import { callDoors } from "./manage/call-doors.ts";
import { carrierDoors } from "./manage/carrier-doors.ts";
import { callNoteDoors } from "./manage/call-note-doors.ts";
import { channelRuleDoors } from "./manage/channel-rule-doors.ts";
import { connectDoors } from "./manage/connect-doors.ts";
import { consentDoors } from "./manage/consent-doors.ts";
import { formDoors } from "./manage/form-doors.ts";
import { forwardingDoors } from "./manage/forwarding-doors.ts";
import { flowDoors } from "./manage/flow-doors.ts";
import { deliveryDoors } from "./manage/delivery-doors.ts";
import { destinationDoors } from "./manage/destination-doors.ts";
import { keyDoors } from "./manage/key-doors.ts";
import { moneyDoors } from "./manage/money-doors.ts";
import { noticeDoors } from "./manage/notice-doors.ts";
import { numberDoors } from "./manage/number-doors.ts";
import { orderDoors } from "./manage/order-doors.ts";
import { overviewDoors } from "./manage/overview-doors.ts";
import { ownAccountDoors } from "./manage/own-account-doors.ts";
import { peopleDoors } from "./manage/people-doors.ts";
import { quietDoors } from "./manage/quiet-doors.ts";
import { overrideDoors } from "./manage/override-doors.ts";
import { pollutionDoor } from "./manage/pollution-door.ts";
import { playRecording } from "./manage/play-recording.ts";
import { proofDoors } from "./manage/proof-doors.ts";
import { personSafetyDoors } from "./manage/person-safety-doors.ts";
import { retentionDoors } from "./manage/retention-doors.ts";
import { emailWishDoors } from "./manage/email-wish-doors.ts";
import { visitorWishDoors } from "./manage/visitor-wish-doors.ts";
import { securityDoors } from "./manage/security-doors.ts";
import { sessionDoors } from "./manage/session-doors.ts";
import { siteDoors } from "./manage/site-doors.ts";
import { siteSightDoors } from "./manage/site-sight-doors.ts";
import { shopDoors } from "./manage/shop-doors.ts";
import { soundDoors } from "./manage/sound-doors.ts";
import { targetDoors } from "./manage/target-doors.ts";
import { refuseMethods } from "./manage/refuse-methods.ts";
import { serveReference } from "./manage/serve-reference.ts";

/** The doors for signed-in people and API keys, and what describes them. */
export function manageRoutes(deps: Deps): Hono<AppEnv> {
  const { publicUrl } = deps.server;
  const auth = makeAuth({
    database: deps.authDatabase,
    publicUrl,
    secret: deps.secrets.session,
    checksLeaks: deps.server.checksLeaks === true,
  });
  const once = { store: deps.idempotency, now: deps.now, key: deps.secrets.session };
  const book = doorBook(deps.accounts, deps.now);
  const ground = { book, identity: { accounts: deps.accounts, auth, now: deps.now }, publicUrl, once };
  const requests = connectRequests(auth);
  const own = allEndpoints.filter(({ scope }) => scope !== "public");
  const limit = limitRate(deps.now, { name: "manage", burst: 600, perSecond: 10 });
  const routes = new Hono<AppEnv>();
  for (const path of new Set(own.map((endpoint) => endpoint.path.replaceAll(/\{(\w+)\}/g, ":$1")))) {
    routes.use(path, limit);
  }
  return routes
    .route("/", authRoutes({ identity: ground.identity, publicUrl, book }))
    .route("/", callDoors(deps, ground))
    .route("/", callNoteDoors(deps, ground))
    .route("/", overviewDoors(deps, ground))
    .route("/", channelRuleDoors(ground))
    .route("/", moneyDoors(deps, ground))
    .route("/", orderDoors(deps, ground))
    .route("/", formDoors(deps, ground))
    .route("/", shopDoors(deps, ground))
    .route("/", adPlatformDoors(deps, ground))
    .route("/", proofDoors(deps, ground))
    .route("/", playRecording(deps))
    .route("/", consentDoors(deps, ground))
    .route("/", accountDoors(deps, ground))
    .route("/", carrierDoors(deps, ground))
    .route("/", numberDoors(deps, ground))
    .route("/", forwardingDoors(deps, ground))
    .route("/", pollutionDoor(deps, ground))
    .route("/", noticeDoors(deps, ground))
    .route("/", flowDoors(deps, ground))
    .route("/", soundDoors(deps, ground))
    .route("/", callerPlaceDoors(deps, ground))
    .route("/", auditDoor(deps, ground))
    .route("/", placesOfCallDoors(deps, ground))
    .route("/", overrideDoors(deps, ground))
    .route("/", destinationDoors(deps, ground))
    .route("/", deliveryDoors(deps, ground))
    .route("/", quietDoors(deps, ground))
    .route("/", keyDoors(deps, ground))
    .route("/", sessionDoors(deps, ground))
    .route("/", securityDoors(deps, ground))
    .route("/", retentionDoors(deps, ground))
    .route("/", visitorWishDoors(deps, ground))
    .route("/", emailWishDoors(deps, ground))
    .route("/", personSafetyDoors(deps, ground))
    .route("/", siteDoors(deps, ground))
    .route("/", siteSightDoors(deps, ground))
    .route("/", peopleDoors(deps, ground))
    .route("/", ownAccountDoors(deps, ground))
    .route("/", openInvitations(deps, auth))
    .route("/", openConnections(deps, requests))
    .route("/", connectDoors(deps, ground, requests))
    .route("/", targetDoors(deps, ground))
    .route("/", callerWishDoors(deps, ground))
    .route("/", serveReference(deps.server))
    .route("/", refuseMethods(allEndpoints));
}
