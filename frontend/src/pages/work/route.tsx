export { WorkPage as Component } from "./WorkPage";
