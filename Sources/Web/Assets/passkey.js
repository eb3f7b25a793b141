// Passkeys: a form asks us for a question, the device answers it, and the form goes on with the answer.
// Without a script, or without a passkey, the other ways of signing in remain.

const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

async function create(question) {
  const credential = await navigator.credentials.create({
    publicKey: {
      challenge: bytes(question.challenge),
      rp: { id: question.site, name: question.siteName },
      user: { id: bytes(question.user), name: question.userName, displayName: question.userName },
      pubKeyCredParams: question.algorithms.map((alg) => ({ type: "public-key", alg })),
      excludeCredentials: question.passkeys.map((id) => ({ type: "public-key", id: bytes(id) })),
      authenticatorSelection: { residentKey: "preferred", userVerification: question.userVerification },
      attestation: "none",
      timeout: question.timeout,
    },
  });
  return {
    clientData: text(credential.response.clientDataJSON),
    attestation: text(credential.response.attestationObject),
  };
}

async function get(question) {
  const credential = await navigator.credentials.get({
    publicKey: {
      challenge: bytes(question.challenge),
      rpId: question.site,
      allowCredentials: question.passkeys.map((id) => ({ type: "public-key", id: bytes(id) })),
      userVerification: question.userVerification,
      timeout: question.timeout,
    },
  });
  return {
    id: text(credential.rawId),
    clientData: text(credential.response.clientDataJSON),
    authenticatorData: text(credential.response.authenticatorData),
    signature: text(credential.response.signature),
  };
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (window.PublicKeyCredential === undefined) continue;
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const said = form.querySelector("[role=status]");
    said.textContent = "";
    try {
      const asked = await fetch(form.dataset.passkey, { method: "POST", body: new URLSearchParams(new FormData(form)) });
      if (!asked.ok) throw new Error();
      const question = await asked.json();
      const answer = question.user === undefined ? await get(question) : await create(question);
      for (const [name, value] of Object.entries(answer)) {
        const field = form.elements[name] ?? form.appendChild(document.createElement("input"));
        Object.assign(field, { type: "hidden", name, value });
      }
      form.submit();
    } catch {
      said.textContent = form.dataset.failed;
    }
  });
}
