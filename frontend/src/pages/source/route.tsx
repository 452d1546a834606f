export { SourcePage as Component } from "./SourcePage";
