export { ReportPage as Component } from "./ReportPage";
