import type { CodegenConfig } from '@graphql-codegen/cli';
import desk from './apps/desk/codegen.ts';
import portal from './apps/portal/codegen.ts';
import { composeSchema, type Side } from './tools/codegen/schema.ts';

type Outputs = CodegenConfig['generates'];

/** What the API needs of a schema: its SDL in one file, and the types of its resolvers. */
function forApi(side: Side, sdlFile: string, typesFile: string, parents: Record<string, string>): Outputs {
  const schema = composeSchema(side);
  const config = {
    useTypeImports: true,
    enumsAsTypes: true,
    strictScalars: true,
    scalars: { ID: 'string', DateTime: 'Date', Rupiah: 'bigint', Facts: 'Record<string, string>' },
    contextType: '../graphql/context.ts#Context',
    resolversNonOptionalTypename: { unionMember: true },
    optionalResolveType: true,
    defaultMapper: 'Partial<{T}>',
    mappers: parents,
  };
  return {
    [`apps/api/${sdlFile}`]: { schema, plugins: ['schema-ast'] },
    [`apps/api/src/generated/${typesFile}`]: {
      schema,
      plugins: ['typescript', 'typescript-resolvers'],
      config,
    },
  };
}

/** Typed documents of a web app, against the schema as the modules have it now. */
function forApp(side: Side, app: CodegenConfig): Outputs {
  const schema = composeSchema(side);
  return Object.fromEntries(
    Object.entries(app.generates).map(([file, output]) => [file, { ...output, schema }]),
  );
}

const config: CodegenConfig = {
  silent: true,
  importExtension: '.ts',
  generates: {
    ...forApi('portal', 'schema.graphql', 'graphql.ts', {
      VerificationToken: '../modules/tokens/index.ts#TokenView',
      TokenMessage: '../modules/tokens/index.ts#TokenMessageView',
      Activation: '../modules/accounts/index.ts#ActivationParent',
      Session: '../modules/accounts/index.ts#SessionParent',
      Taxpayer: '../modules/accounts/index.ts#TaxpayerParent',
      TaxReturn: '../modules/filing/index.ts#TaxReturnParent',
      Receipt: '../modules/filing/index.ts#ReceiptParent',
    }),
    ...forApi('desk', 'desk-schema.graphql', 'desk-graphql.ts', {}),
    ...forApp('portal', portal),
    ...forApp('desk', desk),
  },
};

export default config;
