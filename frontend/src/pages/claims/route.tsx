export { ClaimsPage as Component } from "./ClaimsPage";
