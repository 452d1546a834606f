"use strict";

const part = (id) => document.getElementById(id);

function show(form, message = "") {
  for (const id of ["ask", "enter", "leave"]) part(id).hidden = id !== form;
  part("answer").textContent = message;
}

async function ask(query, variables = {}) {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (!data || errors) throw new Error(errors?.[0]?.message ?? "The server did not answer.");
  return data;
}

function when(form, act) {
  part(form).addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = part(form).querySelector("button");
    button.disabled = true;
    try {
      await act();
    } catch (error) {
      part("answer").textContent = error.message;
    } finally {
      button.disabled = false;
    }
  });
}

async function begin() {
  const { viewer } = await ask("{ viewer { email name orcid } }");
  if (viewer) part("who").textContent = viewer.name ?? viewer.email ?? viewer.orcid;
  show(viewer ? "leave" : "ask");
}

when("ask", async () => {
  const { requestSignInLink: answer } = await ask(
    `mutation ($email: String!) { requestSignInLink(email: $email) {
      ... on SignInLinkRequested { email } ... on UserError { message } } }`,
    { email: part("email").value },
  );
  part("answer").textContent =
    answer.message ?? `A letter is on its way to ${answer.email}. Its link works once, for 15 minutes.`;
});

when("enter", async () => {
  const { signInWithLink: answer } = await ask(
    `mutation ($token: String!) { signInWithLink(token: $token) {
      ... on SignedIn { account { id } } ... on UserError { message } } }`,
    { token: decodeURIComponent(location.hash.slice(1)) },
  );
  history.replaceState(null, "", location.pathname);
  if (answer.message) show("ask", answer.message);
  else await begin();
});

when("leave", async () => {
  await ask("mutation { signOut { wasSignedIn } }");
  show("ask", "You are signed out.");
});

if (location.hash.length > 1) show("enter");
else begin().catch((error) => show("ask", error.message));
