import type { CodegenConfig } from "@graphql-codegen/cli";

/** Types of our operations, their texts, and the manifest of their digests, which the server knows them by. */
const config: CodegenConfig = {
  schema: "../schema/schema.graphql",
  documents: "src/**/*.graphql",
  generates: {
    "src/gql/": {
      preset: "client",
      presetConfig: {
        fragmentMasking: false,
        persistedDocuments: { hashAlgorithm: "sha256", mode: "embedHashInDocument" },
      },
      config: {
        documentMode: "string",
        enumsAsTypes: true,
        useTypeImports: true,
        scalars: { ID: "string", JSON: "unknown" },
      },
    },
  },
};

export default config;
