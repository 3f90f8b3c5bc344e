import { existsSync } from 'node:fs';
import { join } from 'node:path';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import files from '@fastify/static';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Config } from '#config/env';

const BODY_LIMIT = 64 * 1024;

/** A web server with the house's headers, cookies and limits. Errors say nothing of the inside. */
export async function makeWeb(config: Config, frameAncestors: string[]): Promise<FastifyInstance> {
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
  web.setErrorHandler((fault: { statusCode?: number; name?: string }, _request, reply) => {
    const status =
      fault.statusCode && fault.statusCode >= 400 && fault.statusCode < 500 ? fault.statusCode : 500;
    const code =
      status === 413 ? 'BODY_TOO_LARGE' : status < 500 ? 'BAD_USER_INPUT' : 'INTERNAL_SERVER_ERROR';
    return reply.code(status).send({
      errors: [
        {
          message: status < 500 ? 'The request could not be read.' : 'Something failed on our side.',
          extensions: { code },
        },
      ],
    });
  });
  return web;
}

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
      : reply
          .code(404)
          .send({ errors: [{ message: 'There is nothing here.', extensions: { code: 'NOT_FOUND' } }] });
  });
}
