/**
 * The contact page is a route of a single-page app: it changes the address and the content, and loads nothing.
 * Only the home page has it; elsewhere the link is an ordinary one.
 *
 * @param {Document} page
 */
export function showRoutes(page) {
  const contact = page.getElementById("contact");
  const main = page.getElementById("main");
  if (!contact) return;
  const home = [...main.childNodes];
  const homeTitle = page.title;

  const show = () => {
    const isContact = location.pathname === "/demo/contact";
    main.replaceChildren(...(isContact ? [contact.content.cloneNode(true)] : home));
    page.title = isContact ? "Contact · Bright Pipe Plumbing" : homeTitle;
    for (const link of page.querySelectorAll("nav a")) {
      if (link.pathname === location.pathname) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  };
  page.addEventListener("click", (event) => {
    const link = event.target.closest("[data-route]");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    if (link.pathname !== location.pathname) history.pushState({}, "", link.pathname);
    show();
    scrollTo(0, 0);
  });
  addEventListener("popstate", show);
  if (location.pathname === "/demo/contact") show();
}
