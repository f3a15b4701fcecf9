/** What stands in a form, in WooCommerce's order and in PHP. */
const field = "ringtrail_visit";

type Actions = Readonly<
  Partial<
    Record<"setExtensionData" | "__internalSetExtensionData", (name: string, data: object, replace: boolean) => void>
  >
>;

/** The parts of the page that belong to WordPress and WooCommerce; none where only the classic checkout is. */
interface CheckoutPage {
  readonly document: Document;
  readonly wp?: { readonly data?: { readonly dispatch?: (store: string) => Actions | undefined } };
}

/** Writes the visit into the order that is being placed: into the classic checkout's form, or beside the block's data. */
export function carryVisit(page: CheckoutPage): void {
  const visit = visitOf(page.document);
  for (const form of page.document.querySelectorAll("form.woocommerce-checkout")) {
    const kept = form.querySelector<HTMLInputElement>(`input[name="${field}"]`);
    const input = kept ?? page.document.createElement("input");
    if (input.value !== visit) input.value = visit;
    if (kept !== null) continue;
    input.type = "hidden";
    input.name = field;
    form.append(input);
  }
  const actions = page.wp?.data?.dispatch?.("wc/store/checkout");
  // WooCommerce before 9.9 has the same under its inner name.
  const tell = actions?.setExtensionData ?? actions?.__internalSetExtensionData;
  tell?.("ringtrail", { visit }, true);
}

/** The visit's id as the script on the page adds it to every form that is read, if the visitor agreed; else nothing. */
function visitOf(page: Document): string {
  const form = page.createElement("form");
  form.hidden = true;
  page.body.append(form);
  const visit = new FormData(form).get(field);
  form.remove();
  return typeof visit === "string" ? visit : "";
}
