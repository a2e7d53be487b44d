// Sends files in parts while the sheet is filled in: many at once, with progress, cancel, retry, and going on where a
// connection broke. Without it the same form sends the files itself.
"use strict";
(() => {
  const form = document.querySelector("form[data-uploads]");
  if (!form) return;
  const words = form.dataset;
  const list = form.querySelector("[data-waiting]");
  const told = form.querySelector("[data-told]");
  // Small parts come through a slow line in time; over a fast one they grow.
  const PART_MIN = 1 << 20;
  const PART_MAX = 8 << 20;
  const QUICK = 2000;
  let partSize = PART_MIN;
  const AT_ONCE = 2;
  const PAUSES = [1000, 2000, 4000, 8000, 15000];
  const queue = [];
  let running = 0;

  const later = (millis) => new Promise((done) => setTimeout(done, millis));
  const size = (bytes) => (bytes < 1 << 20 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / (1 << 20)).toFixed(1)} MB`);
  const made = (name, attributes, text) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    if (text) element.textContent = text;
    return element;
  };

  // An answer: its status, 0 where there is none, and what it says.
  const ask = (file, method, to, body, progress) =>
    new Promise((done) => {
      const request = new XMLHttpRequest();
      file.request = request;
      request.open(method, to);
      request.setRequestHeader("accept", "application/json");
      if (body instanceof Blob) request.setRequestHeader("content-type", "application/octet-stream");
      if (progress) request.upload.onprogress = (event) => progress(event.loaded);
      request.timeout = 300000;
      request.onloadend = () => {
        let said = {};
        try {
          said = JSON.parse(request.responseText);
        } catch {}
        done({ status: request.status, said });
      };
      request.send(body);
    });

  const row = (file) => {
    const item = made("li", { class: "upload" });
    const name = made("span", { class: "upload-name" }, file.data.name);
    file.bar = made("progress", { max: file.data.size, value: 0, "aria-label": file.data.name });
    file.state = made("span", { class: "note", role: "status" }, words.queued);
    file.again = made("button", { type: "button", class: "btn", hidden: "" }, words.retry);
    file.stop = made("button", { type: "button", class: "btn" }, words.cancel);
    for (const button of [file.again, file.stop]) button.append(made("span", { class: "vh" }, ` ${file.data.name}`));
    file.again.onclick = () => start(file);
    file.stop.onclick = () => cancel(file);
    item.append(name, " ", file.bar, " ", file.state, " ", file.again, " ", file.stop);
    file.item = item;
    list.append(item);
    form.querySelector("[data-waiting-part]").hidden = false;
  };

  const at = (file, bytes) => {
    file.bar.value = bytes;
    file.state.textContent = `${words.sending} ${Math.floor((bytes / file.data.size) * 100)} % · ${size(bytes)} / ${size(file.data.size)}`;
  };

  const fails = (file, message) => {
    file.failed = true;
    file.state.textContent = message || words.failed;
    file.again.hidden = false;
  };

  // Whether the file is there; else why not stands in its row.
  const send = async (file) => {
    if (file.data.size === 0) return fails(file, words.empty);
    let tries = 0;
    while (!file.cancelled) {
      let answer;
      if (!file.to) {
        answer = await ask(file, "POST", words.uploads, new URLSearchParams({ name: file.data.name, size: file.data.size }));
        if (answer.status === 201) {
          Object.assign(file, { to: answer.said.to, id: answer.said.id, received: 0 });
          continue;
        }
      } else if (file.received === undefined) {
        answer = await ask(file, "GET", file.to);
        if (answer.status === 200) {
          file.received = answer.said.received;
          continue;
        }
      } else if (file.received >= file.data.size) {
        return true;
      } else {
        const from = file.received;
        const part = file.data.slice(from, from + partSize);
        const began = Date.now();
        at(file, from);
        answer = await ask(file, "PUT", `${file.to}?at=${from}`, part, (sent) => at(file, Math.min(from + sent, file.data.size)));
        if (answer.status === 200 || answer.status === 409) {
          // Where another connection was faster, the answer says how far it came.
          file.received = answer.said.received;
          if (answer.status === 200) tries = 0;
          if (answer.status === 200 && Date.now() - began < QUICK) partSize = Math.min(2 * partSize, PART_MAX);
          if (answer.status === 200 || tries++ < PAUSES.length) continue;
        }
      }
      if (file.cancelled) return false;
      if (answer.status === 404) file.to = file.received = undefined;
      if (answer.status > 0 && answer.status < 500 && answer.status !== 408 && answer.status !== 429) {
        return fails(file, answer.said.message);
      }
      if (tries >= PAUSES.length) return fails(file, answer.said.message);
      partSize = PART_MIN;
      file.state.textContent = words.interrupted;
      await later(PAUSES[tries++]);
      if (file.to) file.received = undefined;
    }
    return false;
  };

  const next = async () => {
    if (running >= AT_ONCE || queue.length === 0) return;
    const file = queue.shift();
    running++;
    if (await send(file)) {
      file.done = true;
      file.bar.value = file.data.size;
      file.state.textContent = words.sent;
      file.item.append(made("input", { type: "hidden", name: "form[upload]", value: file.id }));
    }
    running--;
    next();
  };

  const start = (file) => {
    Object.assign(file, { failed: false, cancelled: false });
    if (file.to) file.received = undefined;
    file.again.hidden = true;
    file.state.textContent = words.queued;
    queue.push(file);
    next();
  };

  const cancel = async (file) => {
    file.cancelled = true;
    files.delete(file);
    const place = queue.indexOf(file);
    if (place >= 0) queue.splice(place, 1);
    file.request?.abort();
    file.item.remove();
    if (file.to) await ask({}, "DELETE", file.to);
  };

  const files = new Set();
  const take = (chosen) => {
    told.textContent = "";
    for (const data of chosen) {
      const file = { data };
      // One that broke off before goes on, by name and size.
      const broken = [...list.querySelectorAll("li[data-to]")].find(
        (item) => item.dataset.name === data.name && Number(item.dataset.size) === data.size && item.dataset.whole === "",
      );
      if (broken) {
        Object.assign(file, { to: broken.dataset.to, id: broken.dataset.id });
        broken.remove();
      }
      files.add(file);
      row(file);
      start(file);
    }
  };

  for (const input of form.querySelectorAll("input[type=file]")) {
    input.addEventListener("change", () => {
      take([...input.files]);
      input.value = "";
    });
  }
  const zone = form.querySelector("[data-drop]");
  if (zone) {
    zone.hidden = false;
    const field = zone.closest(".field");
    field.addEventListener("dragover", (event) => {
      event.preventDefault();
      field.classList.add("over");
    });
    field.addEventListener("dragleave", () => field.classList.remove("over"));
    field.addEventListener("drop", (event) => {
      event.preventDefault();
      field.classList.remove("over");
      take([...event.dataTransfer.files]);
    });
  }
  // A form that only sends needs no button: what is chosen is sent at once.
  for (const plain of form.querySelectorAll("[data-plain]")) plain.hidden = true;

  // A file that a phone sent joins those that wait, ticked.
  const arrived = (one) => {
    const item = made("li", { class: "upload", "data-id": one.id, "data-to": one.to, "data-whole": "yes" });
    const label = made("label", {});
    const tick = made("input", { type: "checkbox", name: "form[upload]", value: one.id });
    tick.checked = true;
    label.append(tick, ` ${one.name}`);
    const stop = made("button", { type: "button", class: "btn" }, words.cancel);
    stop.append(made("span", { class: "vh" }, ` ${one.name}`));
    stop.onclick = async () => {
      item.remove();
      await ask({}, "DELETE", one.to);
    };
    item.append(label, " ", made("span", { class: "note" }, one.state), " ", stop);
    list.append(item);
    form.querySelector("[data-waiting-part]").hidden = false;
    told.textContent = phone.dataset.arrived;
  };

  // While a code is shown, and an hour longer for what is still on its way, the list is asked for.
  const ENDING = 3600000;
  let until = 0;
  const watch = async () => {
    const seen = new Set();
    for (;;) {
      for (const item of list.querySelectorAll("li[data-id]")) seen.add(item.dataset.id);
      for (const file of files) seen.add(file.id);
      const answer = await ask({}, "GET", words.uploads);
      for (const one of answer.said.waiting ?? []) {
        if (one.received < one.size || seen.has(one.id)) continue;
        seen.add(one.id);
        arrived(one);
      }
      const over = Date.now() - until;
      if (over > ENDING) return;
      await later(over > 0 ? 10000 : 2000);
    }
  };

  const phone = document.getElementById("phone");
  let watching = false;
  phone?.addEventListener("submit", async (event) => {
    event.preventDefault();
    const place = form.querySelector("[data-phone-place]");
    const answer = await fetch(phone.action, { method: "POST", headers: { accept: "text/html" } }).catch(() => null);
    const shown = answer?.ok && new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-phone-code]");
    // Signed out, say: the page itself tells.
    if (!shown) return HTMLFormElement.prototype.submit.call(phone);
    place.replaceChildren(document.importNode(shown, true));
    const end = Number(shown.dataset.until);
    setTimeout(() => {
      if (Number(place.firstElementChild?.dataset.until) === end) place.replaceChildren();
    }, end - Date.now());
    until = end;
    if (watching) return;
    watching = true;
    await watch();
    watching = false;
  });
  form.addEventListener("submit", (event) => {
    if ([...files].some((file) => !file.done && !file.failed)) {
      event.preventDefault();
      told.textContent = words.stillSending;
    }
  });
  window.addEventListener("beforeunload", (event) => {
    if (running > 0) event.preventDefault();
  });
  document.documentElement.dataset.uploader = "ready";
})();
