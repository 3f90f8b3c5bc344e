import type { FastifyInstance } from 'fastify';

type Answer = {
  status: number;
  headers: Record<string, unknown>;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads answers of any operation
  data: any;
  errors?: { message: string; extensions?: { code?: string } }[];
};
export type Browser = ReturnType<typeof makeBrowser>;

/** One browser: cookies of its own, an address of its own, GraphQL over the server without a socket. */
export function makeBrowser(server: FastifyInstance, headers: Record<string, string> = {}) {
  const cookies = new Map<string, string>();
  return {
    cookies,
    async send(
      query: string,
      variables: Record<string, unknown> = {},
      more: Record<string, string> = {},
    ): Promise<Answer> {
      const response = await server.inject({
        method: 'POST',
        url: '/graphql',
        remoteAddress: headers['x-test-address'] ?? '127.0.0.1',
        headers: {
          'content-type': 'application/json',
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          ...headers,
          ...more,
        },
        payload: JSON.stringify({ query, variables }),
      });
      for (const { name, value } of response.cookies) {
        if (value === '') cookies.delete(name);
        else cookies.set(name, value);
      }
      const body = response.json();
      return { status: response.statusCode, headers: response.headers, ...body };
    },
  };
}
