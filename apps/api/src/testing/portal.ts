import type { Browser } from './browser.ts';

const TOKEN = `id purpose state reference attemptsLeft validUntil windowPassed endsAt resendAt resendWays { channel at }
  messages { channel maskedAddress via state cause queuedAt sentOnAt deliveredAt usualSeconds } advice { channel } moved { from to reason }`;
const CHALLENGE = '... on ChallengeNeeded { challenge }';
const REFUSAL = '... on UserError { code message } ... on Refusal { field until reason }';
const ACTIVATION = `id taxpayerName efinValidUntil active tokens { ${TOKEN} }`;
const SESSION = 'taxpayer { id name maskedIdentifier } expiresAt';

const START_ACTIVATION = `mutation ($input: StartActivationInput!) { answer: startActivation(input: $input) {
  __typename ... on Activation { ${ACTIVATION} } ${REFUSAL} } }`;
const SET_CHANNELS = `mutation ($input: ActivationChannelsInput!) { answer: setActivationChannels(input: $input) {
  __typename ... on Activation { ${ACTIVATION} } ${CHALLENGE} ${REFUSAL} } }`;
const COMPLETE = `mutation ($input: CompleteActivationInput!) { answer: completeActivation(input: $input) {
  __typename ... on Session { ${SESSION} } ${REFUSAL} } }`;
const SIGN_IN = `mutation ($input: SignInInput!) { answer: signIn(input: $input) {
  __typename ... on Session { ${SESSION} } ... on SecondFactorNeeded { token { ${TOKEN} } } ${CHALLENGE} ${REFUSAL} } }`;
const VERIFY = `mutation ($input: VerifyTokenInput!) { answer: verifyToken(input: $input) {
  __typename ... on VerificationToken { ${TOKEN} } ... on WrongCode { attemptsLeft } ${REFUSAL} } }`;
const RESEND = `mutation ($input: ResendTokenInput!) { answer: resendToken(input: $input) {
  __typename ... on VerificationToken { ${TOKEN} }
  ... on ResendRefused { resendUntil: until usualSeconds advice { channel reason price } } ${REFUSAL} } }`;
const REPORT = `mutation ($id: ID!, $arrived: Boolean!) { answer: reportArrival(tokenId: $id, arrived: $arrived) {
  __typename ... on VerificationToken { ${TOKEN} } ${REFUSAL} } }`;

const CHANNELS = `{ answer: contactChannels { channel maskedAddress confirmed token { ${TOKEN} } } }`;
const CHANNEL_CODE = `mutation ($channel: Channel!) { answer: requestChannelCode(channel: $channel) {
  __typename ... on VerificationToken { ${TOKEN} } ${REFUSAL} } }`;

export type Portal = ReturnType<typeof portalIn>;

/** What a test says to the portal in one browser. An answer with errors[] fails: what people cause is data. */
export function portalIn(browser: Browser) {
  const ask = async (query: string, variables: Record<string, unknown> = {}) => {
    const { data, errors, status } = await browser.send(query, variables);
    if (errors || status !== 200) throw new Error(`status ${status}: ${JSON.stringify(errors)}`);
    return data.answer;
  };
  const asked = (query: string) => (input: Record<string, unknown>) => ask(query, { input });
  return {
    browser,
    startActivation: asked(START_ACTIVATION),
    setChannels: asked(SET_CHANNELS),
    complete: asked(COMPLETE),
    signIn: asked(SIGN_IN),
    signOut: () => ask('mutation { answer: signOut }'),
    verify: (tokenId: string, code: string) => ask(VERIFY, { input: { tokenId, code } }),
    resend: (tokenId: string, more: { channel?: string; acceptPrice?: string } = {}) =>
      ask(RESEND, { input: { tokenId, ...more } }),
    report: (id: string, arrived: boolean) => ask(REPORT, { id, arrived }),
    token: (id: string) => ask(`query ($id: ID!) { answer: token(id: $id) { ${TOKEN} } }`, { id }),
    activation: (id: string) =>
      ask(`query ($id: ID!) { answer: activation(id: $id) { ${ACTIVATION} } }`, { id }),
    channels: () => ask(CHANNELS),
    requestChannelCode: (channel: string) => ask(CHANNEL_CODE, { channel }),
    session: () => ask(`{ answer: session { ${SESSION} } }`),
  };
}
