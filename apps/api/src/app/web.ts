import { existsSync } from 'node:fs';
import { join } from 'node:path';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import files from '@fastify/static';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Config } from '#config/env';
import { describeFault } from '#graphql/format-error';
import type { Log } from '#platform/log';
import { randomId } from '#platform/random';

const BODY_LIMIT = 64 * 1024;

/** A web server with the house's headers, cookies and limits. Errors say nothing of the inside. */
export async function makeWeb(config: Config, log: Log, frameAncestors: string[]): Promise<FastifyInstance> {
  const web = Fastify({
    bodyLimit: BODY_LIMIT,
    trustProxy: config.trustProxy.length > 0 ? config.trustProxy : false,
    forceCloseConnections: true,
    routerOptions: { ignoreTrailingSlash: true },
  });
  const secure = config.publicOrigin.startsWith('https://');
  await web.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // React Aria sets styles on elements at run time.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", ...(secure ? [] : ['ws:'])],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors,
      },
    },
    strictTransportSecurity: secure,
    xFrameOptions: frameAncestors.includes("'none'") ? { action: 'deny' } : false,
    referrerPolicy: { policy: 'no-referrer' },
  });
  await web.register(cookie);
  await web.register(compress, { global: true, threshold: 1024 });
  web.setErrorHandler((fault: { statusCode?: number }, _request, reply) => {
    const { statusCode: status = 500 } = fault;
    if (status >= 400 && status < 500) {
      const code = status === 413 ? 'BODY_TOO_LARGE' : 'BAD_USER_INPUT';
      return reply.code(status).send(oneError('The request could not be read.', { code }));
    }
    const incident = randomId(6);
    log.error({ incident, ...describeFault(fault) }, 'a request failed');
    const message = `Something failed on our side. Incident ${incident}.`;
    return reply.code(500).send(oneError(message, { code: 'INTERNAL_SERVER_ERROR', incident }));
  });
  return web;
}

const oneError = (message: string, extensions: Record<string, string>) => ({
  errors: [{ message, extensions }],
});

/** Serves a built app: hashed assets for a year, everything else is its index page, never stored. */
export async function serveApp(web: FastifyInstance, dist: string): Promise<void> {
  if (!existsSync(join(dist, 'index.html')))
    throw new Error(`${dist} holds no built app; run the build first.`);
  await web.register(files, {
    root: dist,
    setHeaders(reply, path) {
      const hashed = path.includes('/assets/');
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  web.setNotFoundHandler((request, reply) => {
    const page = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    return page
      ? reply.header('cache-control', 'no-store').sendFile('index.html')
      : reply.code(404).send(oneError('There is nothing here.', { code: 'NOT_FOUND' }));
  });
}
