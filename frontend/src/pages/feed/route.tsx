export { FeedPage as Component } from "./FeedPage";
