import "./workers";
import "graphiql/style.css";
import "./page.css";

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import { GraphiQLPage } from "./GraphiQLPage";

const container = document.getElementById("page");
if (container === null) {
  throw new Error("The page has no element #page.");
}
createRoot(container).render(
  <StrictMode>
    <GraphiQLPage />
  </StrictMode>,
);
