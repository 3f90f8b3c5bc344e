import type { Page } from '@playwright/test';
import type { Person } from '@sampai/testkit';

/**
 * What a journey needs done but is not about, done at once through the API, in the page's own browser. The journeys that
 * are about it go the long way.
 */
export function makeShortcuts(page: Page) {
  async function ask<Answer>(query: string, input: Record<string, unknown>): Promise<Answer> {
    const response = await page.request.post('/graphql', { data: { query, variables: { input } } });
    const { data } = (await response.json()) as { data?: { answer: Answer } };
    if (!data) throw new Error(`the API answered ${response.status()} to ${query}`);
    return data.answer;
  }

  return {
    /** Signs in somebody without a second factor; the next page opened is theirs. */
    async signIn({ identifier, password }: Person): Promise<void> {
      const query = 'mutation ($input: SignInInput!) { answer: signIn(input: $input) { __typename } }';
      const { __typename } = await ask<{ __typename: string }>(query, { identifier, password });
      if (__typename !== 'Session') throw new Error(`signing ${identifier} in gave a ${__typename}`);
    },
    /** Signs in, opens the draft of a 1770 SS, and goes to one of its screens. Returns the draft's id. */
    async openDraft(person: Person, taxYear: number, screen = 'income'): Promise<string> {
      await this.signIn(person);
      const query =
        'mutation ($input: OpenReturnInput!) { answer: openReturn(input: $input) { ... on TaxReturn { id } } }';
      const { id } = await ask<{ id: string }>(query, { form: '1770SS', taxYear });
      await page.goto(`/filing/${id}/${screen}`);
      return id;
    },
    /** Begins an activation and goes to its channels. */
    async beginActivation({ identifier, efin }: Person): Promise<void> {
      const query =
        'mutation ($input: StartActivationInput!) { answer: startActivation(input: $input) { ... on Activation { id } } }';
      const { id } = await ask<{ id: string }>(query, { identifier, efin });
      await page.goto(`/activation/${id}/channels`);
    },
  };
}
