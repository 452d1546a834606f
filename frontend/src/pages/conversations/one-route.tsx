export { ConversationPage as Component } from "./ConversationPage";
