"use strict";

const part = (id) => document.getElementById(id);

const CONFIRM = `mutation ($token: String!) { confirmClaimEmail(token: $token) {
  ... on ClaimEvidenceAdded { claim { state researcher { name } } } ... on UserError { message } } }`;

async function confirm(token) {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ query: CONFIRM, variables: { token } }),
  });
  const { data, errors } = await response.json();
  if (!data || errors) throw new Error(errors?.[0]?.message ?? "The server did not answer.");
  return data.confirmClaimEmail;
}

part("confirm").addEventListener("submit", async (event) => {
  event.preventDefault();
  const button = part("confirm").querySelector("button");
  button.disabled = true;
  try {
    const { message, claim } = await confirm(decodeURIComponent(location.hash.slice(1)));
    part("answer").textContent =
      message ?? `The address counts for your claim of ${claim.researcher.name}, which is ${claim.state}.`;
    if (claim) part("confirm").hidden = true;
  } catch (error) {
    part("answer").textContent = error.message;
  } finally {
    button.disabled = false;
  }
});
