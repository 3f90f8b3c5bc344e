import type { House } from './house.ts';

type Sent = {
  body?: unknown;
  headers?: Record<string, string>;
  method?: 'POST' | 'GET';
  url?: string;
};

/** A request as it stands, to a house's portal: what no well-meaning client would send. */
export async function sendRaw(house: House, { body, headers = {}, method = 'POST', url = '/graphql' }: Sent) {
  const payload =
    body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) };
  const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
  const response = await house.portal.inject({ method, url, headers: { ...type, ...headers }, ...payload });
  const text = response.body;
  const json = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : null;
  return {
    status: response.statusCode,
    headers: response.headers,
    text,
    json,
    code: json?.errors?.[0]?.extensions?.code,
  };
}

/** The origins that production needs; with them, a house beside another is one in production. */
export const PRODUCTION = {
  NODE_ENV: 'production',
  PUBLIC_ORIGIN: 'https://portal.example',
  DESK_ORIGIN: 'https://desk.example',
};
