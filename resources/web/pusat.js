// Small comforts; every page works without them. A page with data-refresh renews its main part while somebody looks.
(() => {
  "use strict";

  const seconds = Number(document.body.dataset.refresh || 0);

  const busy = () => {
    const main = document.getElementById("isi");
    const inside = main.contains(document.activeElement) && document.activeElement !== main;
    return document.hidden || inside || main.querySelector("details[open]") !== null;
  };

  const renew = async () => {
    if (busy()) return;
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      if (answer.redirected) location.reload(); // the session ended: the sign-in page
      if (!answer.ok) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("isi");
      if (fresh && !busy()) document.getElementById("isi").replaceChildren(...fresh.childNodes);
    } catch {
      // no network: what is shown tells its own time
    }
  };

  if (seconds > 0) {
    setInterval(renew, seconds * 1000);
    document.addEventListener("visibilitychange", renew);
  }

  // A form is sent once, however often it is tapped.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "1";
  });
  addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent));
})();
