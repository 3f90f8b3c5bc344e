import type { APIRequestContext } from '@playwright/test';
import { expect, test } from '../../fixtures.ts';
import { surroundings } from '../../surroundings.ts';

/** What only agents may do, what only taxpayers may do, and who may ask at all. */
const AGENTS = ['query { agent { name } }', 'mutation { lookUp(input: {identifier: "x"}) { __typename } }'];
const TAXPAYERS = [
  'query { session { expiresAt } }',
  'mutation { openReturn(input: {form: "1770SS", taxYear: 2024}) { __typename } }',
  'mutation { verifyToken(input: {tokenId: "x", code: "123456"}) { __typename } }',
];

async function expectUnknown(request: APIRequestContext, origin: string, query: string): Promise<void> {
  const answer = await request.post(`${origin}/graphql`, { data: { query } });
  const { data, errors } = (await answer.json()) as { data?: unknown; errors?: { extensions?: object }[] };
  expect(answer.status(), query).toBe(400);
  expect(data, query).toBeFalsy();
  expect(errors?.[0]?.extensions, query).toMatchObject({ code: 'BAD_USER_INPUT' });
}

test('the portal knows nothing of what agents do, nor the desk of what taxpayers do (R98)', async ({
  request,
}) => {
  for (const query of AGENTS) await expectUnknown(request, surroundings.portal, query);
  for (const query of TAXPAYERS) await expectUnknown(request, surroundings.desk, query);
});

test('the portal stands in nobody’s frame, and nothing personal is stored on the way', async ({
  request,
}) => {
  const page = await request.get(`${surroundings.portal}/`);
  expect(page.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
  const data = { query: 'query { session { expiresAt } }' };
  const answer = await request.post(`${surroundings.portal}/graphql`, { data });
  expect(answer.headers()['cache-control']).toBe('no-store');
});
