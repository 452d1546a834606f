import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

// Each page is an HTML file here and an entry below; the server knows it by the name of the file.
const pages = ["graphiql.html"];

export default defineConfig({
  plugins: [react()],
  // GraphiQL's language workers are modules that import each other.
  worker: { format: "es" },
  build: {
    outDir: path("../server/pages"),
    emptyOutDir: true,
    target: "es2022",
    // The Content-Security-Policy allows no data: scripts, and small files are better cached on their own.
    assetsInlineLimit: 0,
    // Monaco, the editor inside GraphiQL, is one chunk of this size.
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      input: pages.map(path),
      // Directives for a compiler that has already run over the libraries that hold them.
      checks: { moduleLevelDirective: false },
    },
  },
  server: {
    proxy: Object.fromEntries(
      ["/graphql", "/static", "/schema.graphql"].map((route) => [route, { target: "http://127.0.0.1:8000", ws: true }]),
    ),
    // The example queries are documentation first.
    fs: { allow: [path("."), path("../docs/queries")] },
  },
});
