// Sends files in parts while the sheet is filled in: many at once, with progress, cancel, retry, and going on where a
// connection broke. Without it the same form sends the files itself.
"use strict";
(() => {
  const form = document.querySelector("form[data-uploads]");
  const input = form?.querySelector("input[type=file]");
  if (!form || !input) return;
  const words = form.dataset;
  const list = form.querySelector("[data-waiting]");
  const told = form.querySelector("[data-told]");
  const PART = 4 << 20;
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
        const part = file.data.slice(from, from + PART);
        at(file, from);
        answer = await ask(file, "PUT", `${file.to}?at=${from}`, part, (sent) => at(file, Math.min(from + sent, file.data.size)));
        if (answer.status === 200 || answer.status === 409) {
          // Where another connection was faster, the answer says how far it came.
          file.received = answer.said.received;
          if (answer.status === 200) tries = 0;
          if (answer.status === 200 || tries++ < PAUSES.length) continue;
        }
      }
      if (file.cancelled) return false;
      if (answer.status === 404) file.to = file.received = undefined;
      if (answer.status > 0 && answer.status < 500 && answer.status !== 408 && answer.status !== 429) {
        return fails(file, answer.said.message);
      }
      if (tries >= PAUSES.length) return fails(file, answer.said.message);
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

  input.addEventListener("change", () => {
    take([...input.files]);
    input.value = "";
  });
  const zone = form.querySelector("[data-drop]");
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
