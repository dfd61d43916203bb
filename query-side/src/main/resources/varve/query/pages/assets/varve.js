// A part of the page that the server tells about: each message has it fetched again.
for (const part of document.querySelectorAll("[data-live]")) {
  const live = new EventSource(part.dataset.live);
  live.onmessage = () => htmx.trigger("#" + part.id, "changed");
  live.addEventListener("over", () => live.close());
}
// Arrow keys, Enter and Escape for the list that htmx puts under the search box.
const box = search, list = suggestions, all = list.getElementsByTagName("a");
const aria = (node, name, value) => node?.setAttribute("aria-" + name, value);
let at = -1;
const go = (to) => {
  aria(all[at], "selected", false);
  aria(all[at = to], "selected", true);
  aria(box, "activedescendant", all[at]?.id ?? "");
};
const show = (open) => {
  list.hidden = !open;
  aria(box, "expanded", open);
  go(-1);
};
list.addEventListener("htmx:afterSwap", () => show(list.childElementCount > 0 && document.activeElement == box));
box.addEventListener("keydown", (e) => {
  const n = all.length, step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
  if (step && n) {
    if (list.hidden) show(true);
    go((Math.max(at, step < 0 ? 0 : -1) + step + n) % n);
  } else if (e.key == "Enter" && all[at]) all[at].click();
  else if (e.key == "Escape" && !list.hidden) show(false);
  else return;
  e.preventDefault();
});
box.form.onfocusout = (e) => box.form.contains(e.relatedTarget) || show(false);
