// The theme's own script: the cart, as every theme has one by the shop's Ajax API.
(() => {
  const at = (id) => document.getElementById(id);
  const money = (cents) => `$${(cents / 100).toFixed(2)}`;

  async function showCart() {
    const cart = await (await fetch("/cart.js")).json();
    at("cart-count").textContent = cart.item_count === 0 ? "" : `(${cart.item_count})`;
    if (at("cart-lines") === null) return;
    const lines = cart.items.map(({ title, quantity, price }) => {
      const line = document.createElement("li");
      line.textContent = `${quantity} × ${title}, ${money(price)}`;
      return line;
    });
    at("cart-lines").replaceChildren(...lines);
    at("cart-total").textContent = lines.length === 0 ? "Nothing in it yet." : `Together ${money(cart.total_price)}`;
    at("check-out").disabled = lines.length === 0;
    at("cart-attributes").textContent = JSON.stringify(cart.attributes);
  }

  for (const form of document.querySelectorAll("form.add")) {
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const id = new FormData(form).get("id");
      const headers = { "content-type": "application/json" };
      await fetch("/cart/add.js", { method: "POST", headers, body: JSON.stringify({ id, quantity: 1 }) });
      await showCart();
    });
  }
  if (at("order-number") !== null) at("order-number").textContent = new URLSearchParams(location.search).get("order");
  void showCart();
})();
