import { carryVisit } from "./carry-visit.ts";

const checkout = "form.woocommerce-checkout, .wp-block-woocommerce-checkout, .wc-block-checkout";

// WooCommerce sends both of its checkouts by scripts of its own, past everything that hears of forms. So whatever comes
// before an order, a touch, a key, a field that is entered, brings what the order carries up to date.
for (const name of ["pointerdown", "keydown", "focusin", "submit"]) {
  document.addEventListener(
    name,
    ({ target }) => {
      if (target instanceof Element && target.closest(checkout) !== null) carryVisit(window);
    },
    true,
  );
}
