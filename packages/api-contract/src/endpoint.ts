import type { Scope } from "@ringtrail/core/ports";
import type { z } from "zod";
import type { ProblemCode } from "./problems/problem-codes.ts";

/** One door of the API, as data: the server checks requests by it, the OpenAPI document and the client are made of it. */
export interface Endpoint {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** With parameters in braces: `/v1/calls/{id}`. */
  readonly path: `/${string}`;
  /** A permanent name, unique among all endpoints. */
  readonly name: string;
  readonly summary: string;
  /** What the one who asks must be allowed; `public` asks for nobody, `session` for anybody who is known. */
  readonly scope: Scope | "public" | "session" | "signed-link";
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Set when the body is a file as it is, and no JSON. */
  readonly upload?: {
    readonly mediaTypes: readonly string[];
    /** Other names programs give the same types. */
    readonly alsoCalled: readonly string[];
    readonly mostBytes: number;
  };
  readonly status: 200 | 201 | 202 | 204;
  /** The JSON it answers; absent for 204 and for what is no JSON. */
  readonly response?: z.ZodType;
  /** What it answers that is no JSON. */
  readonly mediaType?: "text/event-stream" | "text/html" | "text/csv" | "audio/wav" | "application/x-ndjson";
  /** Of an answer that holds a list and has no pages: why the list cannot grow long, for whoever reads the reference. */
  readonly whole?: string;
  /** Besides the problems every endpoint of its scope may answer with. */
  readonly problems: readonly ProblemCode[];
}

/** Keeps the exact types of an endpoint and checks that it is one. */
export function defineEndpoint<const Given extends Endpoint>(endpoint: Given): Given {
  return endpoint;
}
