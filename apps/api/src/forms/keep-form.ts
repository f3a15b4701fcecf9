import type { AccountId, Instant, SiteId, VisitId } from "@ringtrail/core";
import { readTouch, type Landing } from "@ringtrail/core/attribution";
import type { Deps } from "../deps.ts";
import { nameId } from "../name-id.ts";

/** A form as it was told, with what the edge made of it. */
export interface FormTold {
  /** Who tells: what a page says is never taken for what a server said, though both name the same `ref`. */
  readonly by: "page" | "server";
  readonly name: string;
  readonly ref: string | undefined;
  /** The visit that sent it, as far as whoever tells of it may say so. */
  readonly visit: VisitId | undefined;
  /** The page it was sent on. */
  readonly page: Landing | undefined;
  /** Whether it may be said how whoever sent the form came, where no visit says it. */
  readonly mayNameSource: boolean;
  readonly sentAt: Instant;
}

/** Keeps a form that was sent and has it told to whoever wants to hear of it. The same form told again changes nothing. */
export async function keepForm(
  { forms, newId }: Pick<Deps, "forms" | "newId">,
  { account, site }: { readonly account: AccountId; readonly site: SiteId },
  told: FormTold,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const { by, page, mayNameSource, visit, sentAt } = told;
  const [name, ref] = [storable(told.name), told.ref === undefined ? undefined : storable(told.ref)];
  const id = ref === undefined ? newId<string>() : nameId(JSON.stringify([account, site, by, ref]));
  const seen = page !== undefined && mayNameSource ? readTouch(page) : undefined;
  // A page deep in a site that nothing led to but the site itself does not say how its visitor had come.
  const touch = seen?.channel === "direct" ? undefined : seen;
  const isNew = await forms.keep(account, { id, site, name, ref, page: page?.path, visit, touch, sentAt });
  return { id, isNew };
}

/** Text PostgreSQL can keep. */
function storable(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}
