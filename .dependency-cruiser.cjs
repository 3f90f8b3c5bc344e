// What may import what. docs/ARCHITECTURE.md draws it; tools/gates/architecture.test.ts plants a violation of each rule.
// The parser is swc: TypeScript 7 has no API for other tools, and without a parser nothing is seen and everything passes
// (tools/gates/architecture.ts therefore counts what was seen).

/** Each module may use only what stands to its left. */
const STACK = ['status', 'delivery', 'tokens', 'contact-channels', 'accounts', 'filing', 'service-desk'];

const MODULES = '^apps/api/src/modules';
const TESTS = String.raw`\.test\.tsx?$|/testing/`;
const PRISMA = '^apps/api/src/generated/prisma/|node_modules/(@prisma|pg|graphile-worker)/';

const stackOrder = STACK.map((name, place) => ({
  name: 'stack-order',
  comment: `${name} may use only what stands to its left: ${['platform', ...STACK.slice(0, place)].join(', ')}`,
  severity: 'error',
  from: { path: `${MODULES}/${name}/`, pathNot: TESTS },
  to: { path: [...STACK.slice(place + 1).map((right) => `${MODULES}/${right}/`), '^apps/api/src/app/'] },
}));

const forbidden = [
  ...stackOrder,
  {
    name: 'stack-order',
    comment: 'platform and config stand at the very left: they know no module',
    severity: 'error',
    from: { path: '^apps/api/src/(platform|config)/', pathNot: TESTS },
    to: { path: '^apps/api/src/(modules|app|graphql)/' },
  },
  {
    name: 'one-door',
    comment: 'a module is entered by its index.ts',
    severity: 'error',
    from: { path: `${MODULES}/([^/]+)/` },
    to: { path: `${MODULES}/[^/]+/`, pathNot: [`${MODULES}/$1/`, `${MODULES}/[^/]+/index\\.ts$`] },
  },
  {
    name: 'one-door',
    comment: 'a module is entered by its index.ts, from outside the modules too',
    severity: 'error',
    from: { path: '.', pathNot: `${MODULES}/` },
    to: { path: `${MODULES}/[^/]+/`, pathNot: `${MODULES}/[^/]+/index\\.ts$` },
  },
  {
    name: 'only-app-wires',
    comment:
      'modules are put together in app/ only, and app/ is started by the front doors: the two processes, and the commands by which an operator reaches status and spending',
    severity: 'error',
    from: {
      path: '.',
      pathNot: [
        '^apps/api/src/(app|testing)/',
        '^apps/api/src/(main|worker|status|sms)\\.ts$',
        TESTS,
        '^prisma/',
        '^(bench|replay)/',
      ],
    },
    to: { path: '^apps/api/src/app/' },
  },
  {
    name: 'rules-are-pure',
    comment:
      "facts and `now` in, verdict out: a rule sees its own module's rules and types, and the pure packages",
    severity: 'error',
    from: { path: `${MODULES}/([^/]+)/rules/`, pathNot: TESTS },
    to: {
      path: '.',
      pathNot: [
        `${MODULES}/$1/rules/`,
        `${MODULES}/$1/(types|errors\\.codes)\\.ts$`,
        '^packages/(identifiers|tax-forms)/',
        '^(node:)?(crypto|util)$', // hashing and comparing are pure; chance is biome's to find
      ],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'resolvers-only-translate',
    comment: 'a resolver parses, calls one use-case and maps its outcome',
    severity: 'error',
    from: { path: `${MODULES}/([^/]+)/resolvers(/|\\.ts$)`, pathNot: TESTS },
    to: {
      path: [`${MODULES}/$1/(store|rules)(/|\\.ts$)`, PRISMA, '^apps/api/src/platform/database'],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'only-the-store-touches-prisma',
    comment: "SQL and Prisma stand in a module's store and in platform/",
    severity: 'error',
    from: {
      path: '^(apps|packages)/',
      pathNot: [`${MODULES}/[^/]+/store(/|\\.ts$)`, '^apps/api/src/(platform|testing|generated|app)/', TESTS],
    },
    to: { path: PRISMA, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'features-apart',
    comment: 'a feature of a web app sees another one through its index.ts',
    severity: 'error',
    from: { path: '^apps/(portal|desk)/src/features/([^/]+)/' },
    to: {
      path: '^apps/$1/src/features/',
      pathNot: ['^apps/$1/src/features/$2/', '^apps/$1/src/features/[^/]+/index\\.tsx?$'],
    },
  },
  {
    name: 'web-apps-apart',
    comment: 'a web app knows the API by its schema, and other apps not at all',
    severity: 'error',
    from: { path: '^apps/(portal|desk)/' },
    to: { path: '^apps/', pathNot: '^apps/$1/' },
  },
  {
    name: 'ui-knows-no-data',
    comment: 'design-system parts know no GraphQL, no router and none of our other packages',
    severity: 'error',
    from: { path: '^packages/ui/' },
    to: { path: ['node_modules/(@apollo|graphql|graphql-ws|@tanstack)/', '^packages/(?!ui/)', '^apps/'] },
  },
  {
    name: 'carriers-know-nothing-of-us',
    comment: 'a carrier knows its protocol: no token, no account, no package of ours',
    severity: 'error',
    from: { path: '^packages/carriers/', pathNot: TESTS },
    to: { path: ['^packages/(?!carriers/)', '^apps/'] },
  },
  {
    name: 'pure-packages',
    comment: 'identifiers and tax-forms run in browser and server alike: no Node, no dependency',
    severity: 'error',
    from: { path: '^packages/(identifiers|tax-forms)/src/', pathNot: TESTS },
    to: { path: '.', pathNot: '^packages/(identifiers|tax-forms)/' },
  },
  {
    name: 'packages-below-apps',
    comment: 'apps are made of packages, not the other way round',
    severity: 'error',
    from: { path: '^packages/' },
    to: { path: '^apps/' },
  },
  {
    name: 'the-product-knows-no-testkit',
    comment: 'post office and people are configured like the real world, never imported',
    severity: 'error',
    from: { path: '^(apps|packages/(?!testkit/))', pathNot: TESTS },
    to: { path: '^packages/testkit/' },
  },
  {
    name: 'nobody-leans-on-the-replay',
    comment: 'incidents are replayed against the product as it is; nothing in it may know of them',
    severity: 'error',
    from: { path: '.', pathNot: '^replay/' },
    to: { path: '^replay/' },
  },
  {
    name: 'the-day-knows-no-product',
    comment:
      'what we are compared with is built beside us: with the same carriers and post office, and nothing else of ours',
    severity: 'error',
    from: { path: '^replay/(policy-of-the-day|scenarios)/', pathNot: TESTS },
    to: {
      path: '.',
      pathNot: ['^replay/(policy-of-the-day|scenarios)/', '^packages/(carriers|testkit)/'],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'journeys-stay-outside',
    comment: 'an end-to-end test sees what a person sees',
    severity: 'error',
    from: { path: '^e2e/' },
    to: { path: '^(apps|prisma|packages/(?!testkit/|identifiers/))' },
  },
  {
    name: 'no-cycles',
    comment: 'two files that need each other when they run are one file (types alone leave no trace)',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'no-unresolved',
    comment: 'an import that leads nowhere hides all others behind it',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true, pathNot: '^@graphql-typed-document-node/core$' }, // a package of types alone
  },
];

module.exports = {
  forbidden,
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/dist/', '/generated/prisma/internal/', '\\.(css|svg|woff2|json)$'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json'],
    },
  },
};
