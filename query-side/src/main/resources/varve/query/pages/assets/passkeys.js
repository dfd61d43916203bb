// Forms that a passkey answers: shown where the browser has passkeys. What they are sent to asks the authenticator.
"use strict";
const keys = isSecureContext && window.PublicKeyCredential;

/** Asks for a challenge with what was typed, and the authenticator for an answer to it. */
const answered = async (form) => {
  const typed = JSON.stringify(Object.fromEntries(new FormData(form)));
  const headers = { "Content-Type": "application/json", Accept: "application/json" };
  const answer = await fetch(form.dataset.challenge, { method: "POST", headers, body: typed });
  const told = await answer.json();
  if (!answer.ok) throw new Error(told.message);
  return "makes" in form.dataset
    ? navigator.credentials.create({ publicKey: keys.parseCreationOptionsFromJSON(told) })
    : navigator.credentials.get({ publicKey: keys.parseRequestOptionsFromJSON(told) });
};

for (const form of keys?.parseRequestOptionsFromJSON ? document.querySelectorAll("form[data-challenge]") : []) {
  const said = form.querySelector("[role=alert]"), button = form.querySelector("button");
  form.hidden = false;
  form.previousElementSibling.hidden = true; // it says why there was nothing to see
  form.addEventListener("submit", async (e) => {
    e.preventDefault();
    button.disabled = true;
    said.hidden = true;
    try {
      form.elements.passkey.value = JSON.stringify(await answered(form));
      form.submit();
    } catch (e) {
      said.textContent = e.message;
      said.hidden = false;
      button.disabled = false;
    }
  });
}
