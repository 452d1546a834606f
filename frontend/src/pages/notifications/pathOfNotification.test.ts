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
  [{ kind: "EDIT_DECIDED", about: { __typename: "OwnerEdit", id: "edt_1", researcher: { slug: "ada" } } }, "/researchers/ada/edit"],
  [{ kind: "EDIT_DECIDED", about: { __typename: "OwnerEdit", id: "edt_1", researcher: null } }, "/claims"],
  [{ kind: "REPORT_DECIDED", about: { __typename: "Report", id: "rep_1", aboutId: "w_1" } }, "/works/w_1"],
  [{ kind: "REPORT_DECIDED", about: { __typename: "Report", id: "rep_1", aboutId: "cnv_1" } }, "/conversations/cnv_1"],
  [{ kind: "REPORT_DECIDED", about: { __typename: "Report", id: "rep_1", aboutId: "msg_1" } }, "/conversations"],
  [{ kind: "REPORT_UPHELD", about: { __typename: "Researcher", id: "r_1", slug: "ada" } }, "/researchers/ada"],
  [{ kind: "REPORT_UPHELD", about: { __typename: "Message", id: "msg_1" } }, "/conversations"],
  [{ kind: "ACCOUNT_SUSPENDED", about: { __typename: "Account", id: "acc_1" } }, "/settings"],
] as const)("%j leads to %s", (notification, path) => {
  expect(pathOfNotification(notification)).toBe(path);
});
