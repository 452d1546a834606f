export { InvitePage as Component } from "./InvitePage";
