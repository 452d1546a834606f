export { ConversationsPage as Component } from "./ConversationsPage";
