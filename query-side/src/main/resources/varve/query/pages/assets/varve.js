// What pages can do besides being read. Without any of it they work too.
"use strict";
const SHORTEST = 2, PAUSE = 60, EVERY = 1000, PATIENCE = 600;
const aria = (node, name, value) =>
  value === undefined ? node?.removeAttribute("aria-" + name) : node?.setAttribute("aria-" + name, value);

// Search as you type: the server renders the list, arrows, Enter and Escape move in it.
const box = document.getElementById("search"), list = document.getElementById("suggestions");
if (box && list) {
  const all = list.getElementsByTagName("a");
  let at = -1, timer, asked;
  const go = (to) => {
    aria(all[at], "selected", false);
    aria(all[at = to], "selected", true);
    aria(box, "activedescendant", all[at]?.id);
  };
  const show = (open) => {
    list.hidden = !open;
    aria(box, "expanded", open);
    go(-1);
  };
  const suggest = async () => {
    asked?.abort();
    const typed = box.value.trim();
    if (typed.length < SHORTEST) {
      list.replaceChildren();
      return show(false);
    }
    asked = new AbortController();
    try {
      const answer = await fetch("/search/suggest?search=" + encodeURIComponent(typed), { signal: asked.signal });
      if (!answer.ok) return;
      list.innerHTML = await answer.text();
      show(list.childElementCount > 0 && document.activeElement === box);
    } catch (e) {
      if (e.name !== "AbortError") show(false);
    }
  };
  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(suggest, PAUSE);
  });
  box.addEventListener("keydown", (e) => {
    const n = all.length, step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (step && n) {
      if (list.hidden) show(true);
      go((Math.max(at, step < 0 ? 0 : -1) + step + n) % n);
    } else if (e.key === "Enter" && !list.hidden && all[at]) all[at].click();
    else if (e.key === "Escape" && !list.hidden) show(false);
    else return;
    e.preventDefault();
  });
  box.form.addEventListener("focusout", (e) => box.form.contains(e.relatedTarget) || show(false));
}

// A part with data-refresh is taken anew from that address until it no longer asks for it: every second, or, where
// data-live names one, whenever that address has news.
let asks = 0;
const shown = {};
const renew = async (id) => {
  const part = () => document.getElementById(id), from = part().dataset.refresh, ask = ++asks;
  try {
    if (!from) return;
    const text = await (await fetch(from)).text();
    const fresh = new DOMParser().parseFromString(text, "text/html").getElementById(id);
    if (fresh && ask > (shown[id] ?? 0)) {
      shown[id] = ask;
      if (fresh.innerHTML !== part().innerHTML || !fresh.dataset.refresh) part().replaceWith(fresh);
    }
  } catch { /* away for a moment: asked again */ }
  return part().dataset.refresh;
};
const refresh = (id, left) => setTimeout(async () => {
  if ((await renew(id)) && left) refresh(id, left - 1);
}, EVERY);
for (const { id, dataset } of document.querySelectorAll("[data-refresh][id]")) {
  if (!dataset.live) {
    refresh(id, PATIENCE);
    continue;
  }
  const live = new EventSource(dataset.live);
  for (const state of ["message", "pending", "processing", "processed", "success", "failure"]) live.addEventListener(state, () => renew(id));
  for (const end of ["over", "success", "failure", "error"])
    live.addEventListener(end, () => {
      live.close();
      refresh(id, PATIENCE);
    });
}

// Copy buttons beside all code, also where the browser lets only secure pages use the clipboard.
const copy = async (code) => {
  try {
    await navigator.clipboard.writeText(code.textContent.trimEnd());
  } catch {
    getSelection().selectAllChildren(code);
    document.execCommand("copy");
    getSelection().removeAllRanges();
  }
};
const { copy: label, copied } = document.body.dataset;
for (const code of label ? document.querySelectorAll("main pre:not(.source) > code") : []) {
  const button = document.createElement("button"), around = document.createElement("div");
  Object.assign(button, { type: "button", className: "copy", textContent: label });
  button.addEventListener("click", async () => {
    await copy(code);
    button.textContent = copied;
    setTimeout(() => (button.textContent = label), 1500);
  });
  around.className = "copyable";
  code.parentNode.tabIndex = 0; // what scrolls can be reached by keyboard
  code.parentNode.replaceWith(around);
  around.append(code.parentNode, button);
}

// The tool one installs with is remembered.
const tools = document.querySelectorAll("input[name=tool]");
for (const tool of tools) {
  tool.addEventListener("change", () => localStorage.setItem("tool", tool.id));
  if (tool.id === localStorage.getItem("tool")) tool.checked = true;
}
