export { ClaimPage as Component } from "./ClaimPage";
