import "./design/fonts.css";
import "./design/tokens.css";
import "./design/base.css";

import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router/dom";

import { cache } from "./api/cache";
import { router } from "./routes";

const container = document.getElementById("page");
if (container === null) {
  throw new Error("The document has no element #page.");
}
createRoot(container).render(
  <StrictMode>
    <QueryClientProvider client={cache}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
