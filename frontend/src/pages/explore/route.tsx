export { ExplorePage as Component } from "./ExplorePage";
