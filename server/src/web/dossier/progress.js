// While a volume waits or is made, the page fetches itself and puts the newer state in place of the older one. Without
// this script the page refreshes itself as a whole.
"use strict";

const EVERY_MILLIS = 1500;

async function look() {
  const stands = document.querySelector("[data-under-way]");
  if (!stands) return;
  try {
    const answer = await fetch(location.pathname, { headers: { accept: "text/html" } });
    if (answer.ok && !answer.redirected) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const section of page.querySelectorAll("[data-volume]")) {
        const here = document.querySelector(`[data-volume="${section.dataset.volume}"]`);
        if (here && here.innerHTML !== section.innerHTML) here.innerHTML = section.innerHTML;
      }
      if (!page.querySelector("[data-under-way]")) return;
    }
  } catch {
    // The network may come back.
  }
  setTimeout(look, EVERY_MILLIS);
}

setTimeout(look, EVERY_MILLIS);
