import type { Endpoint } from "../endpoint.ts";
import { exportAccountRows, listCarriers } from "./account-sight-doors.ts";
import { connectDoors } from "./connect-doors.ts";
import { createApiKey } from "./create-api-key.ts";
import { listApiKeys } from "./list-api-keys.ts";
import { listAuditLog, listRecordingAccesses } from "./list-audit-log.ts";
import { peopleDoors } from "./people-doors.ts";
import { personSafetyDoors } from "./person-safety-doors.ts";
import { siteDoors } from "./site-doors.ts";
import { revokeApiKey } from "./revoke-api-key.ts";
import { retentionDoors } from "./retention-doors.ts";
import { eraseVisitor, exportVisitor } from "./visitor-wishes.ts";
import { eraseEmail, exportEmail } from "./email-wishes.ts";
import { securityDoors } from "./security-doors.ts";
import { sessionDoors } from "./session-doors.ts";

/** Who may do what in an account, and who did. */
export const accountEndpoints: readonly Endpoint[] = [
  ...Object.values(siteDoors),
  listCarriers,
  exportAccountRows,
  listApiKeys,
  createApiKey,
  revokeApiKey,
  ...Object.values(peopleDoors),
  ...Object.values(personSafetyDoors),
  ...Object.values(securityDoors),
  ...Object.values(retentionDoors),
  exportVisitor,
  eraseVisitor,
  exportEmail,
  eraseEmail,
  ...Object.values(sessionDoors),
  listAuditLog,
  listRecordingAccesses,
  ...connectDoors,
];
