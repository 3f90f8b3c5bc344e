type Origins = { portal: string; postOffice: string };
type Person = { id: string; identifier: string; password: string };

async function ask(portal: string, query: string, variables: object, cookie = '') {
  const answer = await fetch(`${portal}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'apollo-require-preflight': 'true',
      origin: portal,
      cookie,
    },
    body: JSON.stringify({ query, variables }),
  });
  return {
    cookies: answer.headers.getSetCookie(),
    body: (await answer.json()) as { data: Record<string, { id: string }> },
  };
}

/** Signs a person in by the public contract and opens a return, for pages that only its owner sees. */
export async function signIn({ portal, postOffice }: Origins): Promise<{ cookie: string; returnId: string }> {
  const people = (await (await fetch(`${postOffice}/people`)).json()) as Person[];
  const { identifier, password } = people.find(({ id }) => id === 'budi') ??
    people[0] ?? { identifier: '', password: '' };
  const sign = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
  const { cookies } = await ask(portal, sign, { input: { identifier, password } });
  const cookie = cookies.map((line) => line.split(';')[0]).join('; ');
  const open =
    'mutation ($input: OpenReturnInput!) { openReturn(input: $input) { ... on TaxReturn { id } } }';
  const { body } = await ask(portal, open, { input: { form: '1770SS', taxYear: 2024 } }, cookie);
  return { cookie, returnId: body.data.openReturn?.id ?? '' };
}
