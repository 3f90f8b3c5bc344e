import { globSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';

/**
 * One generated file per screen's worth of documents, so that a wizard's documents travel in the wizard's own
 * chunk. Who waits for a code also sees the token's fragment.
 */
const TOKEN = 'src/features/tokens/*.graphql';
const documents: Record<string, { own: string; sees?: string }> = {
  tokens: { own: TOKEN },
  session: { own: 'src/features/accounts/*.graphql' },
  'sign-in': { own: 'src/features/accounts/sign-in/*.graphql' },
  home: { own: 'src/features/accounts/home/*.graphql' },
  activation: { own: 'src/features/accounts/activation/**/*.graphql', sees: TOKEN },
  'contact-channels': { own: 'src/features/contact-channels/*.graphql', sees: TOKEN },
  filing: { own: 'src/features/filing/**/*.graphql', sees: TOKEN },
  status: { own: 'src/features/status/*.graphql' },
  'status-band': { own: 'src/features/status/band/*.graphql' },
  verify: { own: 'src/features/verify/*.graphql' },
};

const here = import.meta.dirname;

const config: CodegenConfig = {
  schema: `${here}/../api/schema.graphql`,
  generates: Object.fromEntries(
    Object.entries(documents)
      .filter(([, { own }]) => globSync(own, { cwd: here }).length > 0)
      .map(([word, { own, sees }]) => [
        `${here}/src/generated/${word}.ts`,
        {
          documents: `${here}/${own}`,
          ...(sees ? { externalDocuments: [`${here}/${sees}`] } : {}),
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
      ]),
  ),
};

export default config;
