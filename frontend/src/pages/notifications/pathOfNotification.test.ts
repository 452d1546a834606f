import { expect, it } from "vitest";

import { pathOfNotification } from "./pathOfNotification";

it.each([
  [{ kind: "NEW_WORKS", about: { __typename: "Topic", id: "t_1" } }, "/feed"],
  [{ kind: "NEW_WORKS", about: null }, "/feed"],
  [{ kind: "MESSAGE_RECEIVED", about: { __typename: "Conversation", id: "cnv_1" } }, "/conversations/cnv_1"],
  [{ kind: "INVITATION_RECEIVED", about: { __typename: "Invitation", id: "inv_1" } }, "/conversations"],
  [{ kind: "CLAIM_DECIDED", about: { __typename: "Claim", id: "clm_1", researcher: { slug: "ada" } } }, "/researchers/ada/claim"],
  [{ kind: "CLAIM_DECIDED", about: { __typename: "Claim", id: "clm_1", researcher: null } }, "/claims"],
  [{ kind: "MESSAGE_RECEIVED", about: null }, null],
] as const)("%j leads to %s", (notification, path) => {
  expect(pathOfNotification(notification)).toBe(path);
});
