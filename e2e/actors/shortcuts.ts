import type { Page } from '@playwright/test';
import type { Person } from '@sampai/testkit';
import type { PostOffice } from './postOffice.ts';

type Addresses = { phone?: string; email?: string };
type Activation = { id: string; tokens: { id: string; messages: { channel: 'SMS' | 'EMAIL' }[] }[] };

/**
 * What a journey needs done but is not about, done at once through the API, in the page's own browser. The journeys that
 * are about it go the long way.
 */
export function makeShortcuts(page: Page, postOffice: PostOffice) {
  async function ask<Answer>(query: string, input: Record<string, unknown>): Promise<Answer> {
    const response = await page.request.post('/graphql', { data: { query, variables: { input } } });
    const { data } = (await response.json()) as { data?: { answer: Answer } };
    if (!data) throw new Error(`the API answered ${response.status()} to ${query}`);
    return data.answer;
  }
  const change = <Answer>(field: string, type: string, on: string, input: Record<string, unknown>) =>
    ask<Answer>(`mutation ($input: ${type}!) { answer: ${field}(input: $input) { ${on} } }`, input);

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
      return this.draft(taxYear, screen);
    },
    /** Opens the draft of a 1770 SS of who is signed in. */
    async draft(taxYear: number, screen = 'income'): Promise<string> {
      const query =
        'mutation ($input: OpenReturnInput!) { answer: openReturn(input: $input) { ... on TaxReturn { id } } }';
      const { id } = await ask<{ id: string }>(query, { form: '1770SS', taxYear });
      await page.goto(`/filing/${id}/${screen}`);
      return id;
    },
    /** Activates with these addresses instead of the person's own; the browser is signed in. */
    async activate({ identifier, efin }: Person, addresses: Addresses): Promise<void> {
      const begun = await change<Activation>(
        'startActivation',
        'StartActivationInput',
        '... on Activation { id }',
        { identifier, efin },
      );
      const activation = await change<Activation>(
        'setActivationChannels',
        'ActivationChannelsInput',
        '... on Activation { id tokens { id messages { channel } } }',
        { activationId: begun.id, ...addresses },
      );
      for (const { id, messages } of activation.tokens) {
        const to = messages[0]?.channel === 'SMS' ? addresses.phone : addresses.email;
        const input = { tokenId: id, code: await postOffice.codeFor(to ?? '') };
        await change('verifyToken', 'VerifyTokenInput', '__typename', input);
      }
      const input = { activationId: begun.id, password: 'Angin-Laut-Selatan-7', liabilityAccepted: true };
      const { __typename } = await change<{ __typename: string }>(
        'completeActivation',
        'CompleteActivationInput',
        '__typename',
        input,
      );
      if (__typename !== 'Session') throw new Error(`activating ${identifier} gave a ${__typename}`);
    },
    /**
     * Somebody else has a code sent to their mailbox there as well: that a provider refuses us as a whole is believed when two
     * people meet it.
     */
    async neighbour({ identifier, efin }: Person, domain: string): Promise<void> {
      const begun = await change<Activation>(
        ...(['startActivation', 'StartActivationInput', '... on Activation { id }'] as const),
        { identifier, efin },
      );
      const input = { activationId: begun.id, email: `tetangga@${domain}` };
      await change('setActivationChannels', 'ActivationChannelsInput', '__typename', input);
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
