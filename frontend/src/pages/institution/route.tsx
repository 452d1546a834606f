export { InstitutionPage as Component } from "./InstitutionPage";
