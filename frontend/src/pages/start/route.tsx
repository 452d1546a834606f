export { StartPage as Component } from "./StartPage";
