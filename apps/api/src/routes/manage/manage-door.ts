import type { Endpoint } from "@ringtrail/api-contract";
import type { Result } from "@ringtrail/core";
import type { Context } from "hono";
import type { z } from "zod";
import type { AppEnv } from "../../app-env.ts";
import type { Asker } from "../../auth/identify-asker.ts";
import type { UploadedFile } from "./check-request.ts";
import type { ManageReason } from "../../http/manage-reason.ts";

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type Answered<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** A request whose sender is known and whose every part was checked. */
export interface CheckedRequest<Door extends Endpoint> {
  readonly asker: Asker;
  /** The server's address as the asker sees it, without a trailing slash. */
  readonly base: string;
  readonly params: Parsed<Door["params"]>;
  readonly query: Parsed<Door["query"]>;
  readonly body: Door["upload"] extends object ? UploadedFile : Parsed<Door["body"]>;
}

/** What a door does: answers in the contract's shape, or says why not. */
export type Handle<Door extends Endpoint> = (
  request: CheckedRequest<Door>,
) => Promise<Result<Answered<Door["response"]>, ManageReason>>;

/** What a door does whose answer is no JSON: a stream. */
export type HandleRaw<Door extends Endpoint> = (
  request: CheckedRequest<Door>,
  c: Context<AppEnv>,
) => Promise<Response> | Response;
