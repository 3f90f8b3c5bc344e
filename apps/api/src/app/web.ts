import { existsSync } from 'node:fs';
import { join } from 'node:path';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import files from '@fastify/static';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import helmet from 'helmet';
import type { Config } from '#config/env';
import { AWAY, describeFault, makeAwayLog } from '#graphql/format-error';
import type { Log } from '#platform/log';
import { isOutage } from '#platform/outage';
import { randomId } from '#platform/random';

const BODY_LIMIT = 64 * 1024;
const TOO_LARGE = `The request is too large: its body may have ${BODY_LIMIT / 1024} kB.`;
const UNREADABLE = 'The request could not be read.';
const AWAY_SECONDS = 5;
const UNFIT = { code: 'BAD_USER_INPUT' };

/** A web server with the house's headers, cookies and limits. Errors say nothing of the inside. */
export async function makeWeb(config: Config, log: Log, frameAncestors: string[]): Promise<FastifyInstance> {
  const web = Fastify({
    bodyLimit: BODY_LIMIT,
    trustProxy: config.trustProxy.length > 0 ? config.trustProxy : false,
    forceCloseConnections: true,
    routerOptions: { ignoreTrailingSlash: true },
    // An address that is no UTF-8 comes by no route and no error handler.
    frameworkErrors: (_fault: Error, _request: FastifyRequest, reply: FastifyReply) =>
      void reply.code(400).send(oneError(UNREADABLE, UNFIT)),
  });
  const secure = config.publicOrigin.startsWith('https://');
  const protect = helmet({
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
  web.addHook('onRequest', (request, reply, done) => protect(request.raw, reply.raw, () => done()));
  await web.register(cookie);
  await web.register(compress, { global: true, threshold: 1024 });
  const sayAway = makeAwayLog(log);
  web.setErrorHandler((fault: { statusCode?: number }, _request, reply) => {
    const { statusCode: status = 500 } = fault;
    if (status === 413) return reply.code(status).send(oneError(TOO_LARGE, { code: 'BODY_TOO_LARGE' }));
    if (status >= 400 && status < 500) return reply.code(status).send(oneError(UNREADABLE, UNFIT));
    if (isOutage(fault)) {
      sayAway(fault);
      return reply
        .code(503)
        .header('retry-after', AWAY_SECONDS)
        .send(oneError(AWAY.message, { code: AWAY.code }));
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
    preCompressed: true, // as the build left it beside; what it did not is compressed on the way
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
