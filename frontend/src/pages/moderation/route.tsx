export { ModerationPage as Component } from "./ModerationPage";
