import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";

import type { Plugin } from "vite";

const IMPORT = /^import \{([^}]*)\} from "([^"]*\/gql\/graphql)";$/gm;
const DOCUMENT = /^export const (\w+) = new TypedDocumentString\(`[^`]*`, \{[^}]*\}\) as unknown as [^;]*;$/gm;

/**
 * Makes a module of each document in `gql/graphql.ts`, so that it is in the chunks of the pages that ask it. Codegen writes
 * them all into one module, and bundlers never take a module apart: each page would load the queries of all.
 */
export function documentsApart(): Plugin {
  return {
    name: "documents-apart",
    apply: "build",
    enforce: "pre",
    async load(id) {
      const [file = "", name] = id.split("?document=");
      if (name === undefined) {
        return null;
      }
      const found = [...(await readFile(file, "utf8")).matchAll(DOCUMENT)].find(([, exported]) => exported === name);
      if (found === undefined) {
        throw new Error(`${file} has no document ${name}.`);
      }
      return { code: `import { TypedDocumentString } from "./graphql";\n${found[0]}`, moduleType: "ts" };
    },
    transform(code, id) {
      if (id.endsWith("/gql/graphql.ts")) {
        return { code: code.replace(DOCUMENT, ""), map: null };
      }
      if (!id.includes("/src/") || !code.includes("/gql/graphql")) {
        return null;
      }
      const apart = code.replace(IMPORT, (_, names: string, path: string) => {
        const module = resolve(dirname(id), `${path}.ts`);
        const all = names.split(",").map((name) => name.trim()).filter((name) => name !== "");
        const isDocument = (name: string): boolean => /^\w+Document$/.test(name);
        return [
          `import { ${all.filter((name) => !isDocument(name)).join(", ")} } from "${path}";`,
          ...all.filter(isDocument).map((name) => `import { ${name} } from "${module}?document=${name}";`),
        ].join(" ");
      });
      return { code: apart, map: null };
    },
  };
}
