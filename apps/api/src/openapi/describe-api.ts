import { allEndpoints, LiveEvent, scopeMeanings } from "@ringtrail/api-contract";
import { collectSchemas, type JsonSchema } from "./collect-schemas.ts";
import { describeWebhooks } from "./describe-webhooks.ts";
import { describeOperation, tagOf } from "./describe-operation.ts";

/** The OpenAPI 3.1 document of a server. */
export interface ApiDocument {
  readonly openapi: "3.1.0";
  readonly paths: Readonly<Record<string, JsonSchema>>;
  readonly [part: string]: unknown;
}

const introduction = `Call tracking that its users own. Every failure is \`application/problem+json\` with a permanent \`code\`;
lists are paged by an opaque \`cursor\`, and one that is not says why it cannot grow long; \`POST\` takes an \`Idempotency-Key\`; every answer says in \`RateLimit\` what is left.

Send an API key as \`Authorization: Bearer rt_...\` (make one with \`ringtrail keys create\`), or use the session of a
signed-in person from this server's own pages.`;

/** Describes the whole API from the contract, so that the document cannot say anything else than the server does. */
export function describeApi(server: { readonly version: string; readonly publicUrl: string }): ApiDocument {
  const schemas = collectSchemas();
  schemas.add(LiveEvent, "output");
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const endpoint of allEndpoints) {
    (paths[endpoint.path] ??= {})[endpoint.method.toLowerCase()] = describeOperation(endpoint, schemas);
  }
  const scopes = Object.entries(scopeMeanings).map(([scope, meaning]) => `- \`${scope}\`: ${meaning}`);
  return {
    openapi: "3.1.0",
    info: {
      title: "Ringtrail",
      version: server.version,
      description: `${introduction}\n\nScopes:\n\n${scopes.join("\n")}`,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: server.publicUrl }],
    tags: [...new Set(allEndpoints.map(tagOf))].map((name) => ({ name, description: chapters[name] ?? name })),
    paths,
    webhooks: describeWebhooks(schemas),
    components: { schemas: schemas.components(), ...shared },
  };
}

const chapters: Readonly<Record<string, string>> = {
  session: "Who asks.",
  calls: "Calls with their credit, their consent decision and its proofs.",
  "test-calls": "Calls of the fake carrier.",
  recordings: "The sound of calls.",
  live: "News as they happen.",
  pools: "Pools and their numbers.",
  sites: "Sites and their numbers.",
  destinations: "Where events are sent: webhooks, mailboxes, Slack.",
  deliveries: "What was sent and answered, kept for 30 days.",
  "api-keys": "Keys for programs.",
  jobs: "Work behind the answers.",
  health: "For whatever watches the server. Never limited.",
  pages: "What the snippet on a page asks. Anybody may; each site lists the origins that may use its key.",
};

const shared = {
  securitySchemes: {
    apiKey: { type: "http", scheme: "bearer", description: "An API key. It may do what its scopes say." },
    session: {
      type: "apiKey",
      in: "cookie",
      name: "ringtrail.session_token",
      description: "A signed-in person, from this server's own pages only.",
    },
  },
  parameters: {
    IdempotencyKey: {
      name: "Idempotency-Key",
      in: "header",
      required: false,
      description: "A repetition with the same key and body gets the first answer. Kept for 24 hours.",
      schema: { type: "string", minLength: 1, maxLength: 200 },
    },
  },
  headers: {
    RateLimit: {
      description: 'What is left, and in how many seconds all is there again: `"manage";r=599;t=1`.',
      schema: { type: "string" },
    },
  },
} as const;
