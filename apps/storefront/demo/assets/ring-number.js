/**
 * Rings the number the visitor sees, through the fake carrier: the same door a real phone company uses.
 *
 * @param {Document} page
 */
export function ringNumber(page) {
  const button = page.getElementById("try-call");
  const state = page.getElementById("try-state");

  button.addEventListener("click", async () => {
    // The header's link is the truth: it is what a tap would dial.
    const to = page.querySelector("header .phone").getAttribute("href").replace("tel:", "");
    button.disabled = true;
    state.className = "is-ringing";
    state.textContent = "Ringing…";
    const failure = await ring(to);
    state.className = failure ? "has-failed" : "is-answered";
    if (failure) state.textContent = failure;
    else state.replaceChildren("It rings at the plumber's. ", link(page, "/console/", "Watch the call in the console"));
    button.disabled = false;
  });
}

/** Answers what went wrong, or nothing. */
async function ring(to) {
  try {
    const answer = await fetch("/demo/call", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ to }),
    });
    if (answer.ok) return "";
    const problem = await answer.json().catch(() => ({}));
    if (problem.code === "number_not_in_demo")
      return "This is the shop's own number: no phone company of ours answers it.";
    return problem.title ?? "The demo's phone company did not answer.";
  } catch {
    return "The server cannot be reached.";
  }
}

function link(page, href, text) {
  const made = page.createElement("a");
  made.href = href;
  made.textContent = text;
  return made;
}
