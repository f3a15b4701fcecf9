import { WebhookEvent } from "@ringtrail/api-contract/webhooks";
import type { JsonSchema, SchemaCollector } from "./collect-schemas.ts";

const header = (description: string): JsonSchema => ({ description, required: true, schema: { type: "string" } });

/** What the server sends to webhooks, for whoever writes a receiver. */
export function describeWebhooks(schemas: SchemaCollector): JsonSchema {
  const parameters = [
    { name: "webhook-id", in: "header", ...header("The event's id, the same for every repetition.") },
    { name: "webhook-timestamp", in: "header", ...header("Seconds since 1970 of this attempt.") },
    {
      name: "webhook-signature",
      in: "header",
      ...header(
        "`v1,` and the HMAC-SHA256 of id, timestamp and body, apart by dots, in base64. Several: apart by spaces.",
      ),
    },
  ];
  const schema = schemas.add(WebhookEvent, "output");
  return {
    event: {
      post: {
        operationId: "receiveEvent",
        summary: "An event of a call, sent to each webhook that wants it: at least once, in order per call",
        description:
          "Signed as the Standard Webhooks specification says. Answer 2xx within 15 seconds; anything else is tried again for a day. Answer 410 to be sent nothing more.",
        parameters,
        requestBody: { required: true, content: { "application/json": { schema } } },
        responses: { "2XX": { description: "Taken. The body is kept in the delivery's log, its first 2 KiB." } },
      },
    },
  };
}
