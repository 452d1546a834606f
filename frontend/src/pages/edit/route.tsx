export { EditPage as Component } from "./EditPage";
