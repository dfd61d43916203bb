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
const renew = async (part) => {
  try {
    const text = await (await fetch(part.dataset.refresh)).text();
    const fresh = new DOMParser().parseFromString(text, "text/html").getElementById(part.id);
    if (fresh) {
      if (fresh.innerHTML !== part.innerHTML || !fresh.dataset.refresh) part.replaceWith(fresh);
      return fresh.isConnected ? fresh : part;
    }
  } catch { /* away for a moment: asked again */ }
  return part;
};
const refresh = (part, left) => setTimeout(async () => {
  const now = await renew(part);
  if (left && now.dataset.refresh) refresh(now, left - 1);
}, EVERY);
for (const part of document.querySelectorAll("[data-refresh][id]")) {
  if (!part.dataset.live) {
    refresh(part, PATIENCE);
    continue;
  }
  const now = () => document.getElementById(part.id), live = new EventSource(part.dataset.live);
  live.onmessage = () => renew(now());
  live.addEventListener("over", () => live.close());
  live.onerror = () => {
    live.close();
    if (now().dataset.refresh) refresh(now(), PATIENCE);
  };
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
