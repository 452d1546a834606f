export { TopicPage as Component } from "./TopicPage";
