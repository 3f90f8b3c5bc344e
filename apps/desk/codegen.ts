import type { CodegenConfig } from '@graphql-codegen/cli';

const here = import.meta.dirname;

/** One page, one file of documents. */
const config: CodegenConfig = {
  schema: `${here}/../api/desk-schema.graphql`,
  generates: {
    [`${here}/src/generated/desk.ts`]: {
      documents: `${here}/src/features/*/*.graphql`,
      plugins: ['typescript-operations', 'typed-document-node'],
      config: {
        useTypeImports: true,
        enumType: 'string-literal',
        scalars: {
          ID: 'string',
          DateTime: 'string',
          Rupiah: 'string',
          Facts: 'Record<string, string>',
        },
        strictScalars: true,
      },
    },
  },
};

export default config;
