// Arrow keys, Enter and Escape for the list that htmx puts under the search box.
const box = document.getElementById("search"), list = document.getElementById("suggestions");
let at = -1;
const go = (step) => {
  const all = list.querySelectorAll("a"), n = all.length;
  all[at]?.setAttribute("aria-selected", false);
  at = step && n ? (at < 0 && step < 0 ? n - 1 : (at + step + n) % n) : -1;
  all[at]?.setAttribute("aria-selected", true);
  box.setAttribute("aria-activedescendant", all[at]?.id ?? "");
};
const show = (open) => {
  list.hidden = !open;
  box.setAttribute("aria-expanded", open);
  go(0);
};
list.addEventListener("htmx:afterSwap", () => show(list.firstElementChild && document.activeElement == box));
box.addEventListener("keydown", (e) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[e.key], all = list.querySelectorAll("a");
  if (step && all.length) {
    if (list.hidden) show(true);
    go(step);
  } else if (e.key == "Enter" && all[at]) all[at].click();
  else if (e.key == "Escape" && !list.hidden) show(false);
  else return;
  e.preventDefault();
});
box.form.addEventListener("focusout", (e) => box.form.contains(e.relatedTarget) || show(false));
