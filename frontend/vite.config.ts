import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

import { documentsApart } from "./documents-apart.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

// Each document is an HTML file here and an entry below; the server knows it by the name of the file. `index.html` is
// that of the whole site, whose pages are routes; GraphiQL has one of its own, with a policy of its own.
const pages = ["index.html", "graphiql.html"];

/** Puts a compressed file beside each script and style sheet: better compressed than a server has the time for. */
function compressed(): Plugin {
  return {
    name: "compressed",
    apply: "build",
    writeBundle({ dir = "" }, bundle) {
      for (const name of Object.keys(bundle).filter((file) => /\.(js|css)$/.test(file))) {
        writeFileSync(`${dir}/${name}.gz`, gzipSync(readFileSync(`${dir}/${name}`), { level: 9 }));
      }
    },
  };
}

export default defineConfig({
  plugins: [documentsApart(), react(), compressed()],
  // GraphiQL's language workers are modules that import each other.
  worker: { format: "es" },
  build: {
    outDir: path("../server/pages"),
    emptyOutDir: true,
    target: "es2022",
    // The style sheets use light-dark(), which these have; older browsers get it translated no better than wrong.
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
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
      ["/graphql", "/static", "/schema.graphql", "/export"].map((route) => [route, { target: "http://127.0.0.1:8000", ws: true }]),
    ),
    // The example queries are documentation first.
    fs: { allow: [path("."), path("../docs/queries")] },
  },
});
