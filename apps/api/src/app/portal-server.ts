import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import fastifyApollo from '@as-integrations/fastify';
import type { Config } from '#config/env';
import { makeApollo } from '#graphql/apollo';
import { baseResolvers } from '#graphql/base-resolvers';
import type { Context } from '#graphql/context';
import { refuseDuringMaintenance } from '#graphql/maintenance';
import { portalSchema } from '#graphql/schema';
import { baseErrors, makeSentences } from '#graphql/sentences';
import { accountErrors, makeAccountResolvers } from '#modules/accounts';
import { makeContactChannelResolvers } from '#modules/contact-channels';
import { filingErrors, makeFilingResolvers } from '#modules/filing';
import { closedSentence, makeStatusResolvers } from '#modules/status';
import { makeTokenResolvers, tokenErrors } from '#modules/tokens';
import { watchClock } from '#platform/clock';
import type { Topics } from '#platform/topics';
import { makeCaller } from './caller.ts';
import { cookieJar } from './cookies.ts';
import type { Ground } from './ground.ts';
import { serveLive } from './live.ts';
import type { Modules } from './modules.ts';
import { serveReceipts } from './receipts.ts';
import { makeWeb, serveApp } from './web.ts';

const PORTAL_DIST = fileURLToPath(new URL('../../../portal/dist/', import.meta.url));
const NO_STORE = 'no-store';
const APP_TIME = 'sampai-time';
/** A database that says nothing for so long is none. */
const READY_WITHIN_MS = 2_000;

/** The portal's origin: the single-page app, /graphql with subscriptions, receipts, health and metrics. */
export async function makePortalServer(
  config: Config,
  ground: Ground,
  modules: Modules,
  topics: Topics,
  options = { app: true },
) {
  const { db, log, metrics, secrets } = ground;
  const needs = { ...modules, secrets };
  const web = await makeWeb(config, log, ["'none'"]);
  const sentences = makeSentences([baseErrors, tokenErrors, accountErrors, filingErrors]);

  const refresh = async (context: Context): Promise<Context> => {
    const { sessionHash } = context.caller;
    const session = sessionHash ? await modules.accounts.session(sessionHash) : undefined;
    return { caller: { ...context.caller, taxpayerId: session?.taxpayerId ?? null } };
  };
  const schema = portalSchema([
    baseResolvers(sentences, [
      ...['Refusal', 'WrongCode', 'ResendRefused', 'ChallengeNeeded', 'StaleVersion', 'ReturnIncomplete'],
    ]),
    makeTokenResolvers({ tokens: modules.tokens, topics, refresh }),
    makeAccountResolvers({ ...modules, db }),
    makeContactChannelResolvers(modules.channels),
    makeFilingResolvers(modules.filing),
    makeStatusResolvers(modules.status),
  ]);
  refuseDuringMaintenance(schema, { until: modules.status.closedUntil, sentence: closedSentence });
  const clock = watchClock(db);
  await clock.read();
  const apollo = makeApollo<Context>(schema, { log, production: config.production });
  await apollo.start();

  const callerOf = (
    request: Parameters<typeof cookieJar>[1] & { ip: string; headers: Record<string, unknown> },
    reply: Parameters<typeof cookieJar>[2],
  ) =>
    makeCaller(needs, {
      jar: cookieJar(config.publicOrigin, request, reply),
      ip: request.ip,
      acceptLanguage: request.headers['accept-language'] as string | undefined,
    });

  web.get('/healthz', async () => ({ ok: true }));
  // An API without workers still serves people, and tells them; `sending` is for whoever watches.
  web.get('/readyz', async (_, reply) => {
    const late = AbortSignal.timeout(READY_WITHIN_MS);
    const ready = await Promise.race([
      Promise.all([modules.delivery.life(), db.read.$queryRaw`SELECT 1`]).then(
        ([{ standsStillFor }]) => ({ ok: true, sending: standsStillFor === null }),
        () => ({ ok: false }),
      ),
      once(late, 'abort').then(() => ({ ok: false })),
    ]);
    return reply.code(ready.ok ? 200 : 503).send(ready);
  });
  web.get('/metrics', async (_, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
  await web.register(async (scope) => {
    scope.addHook('onSend', async (_, reply) => {
      reply.header('cache-control', NO_STORE);
      const time = clock.now();
      // A page counts by the clock that judges deadlines, whatever the computer before it says.
      if (time) reply.header(APP_TIME, `${new Date(time.now).toISOString()};rate=${time.rate}`);
    });
    await scope.register(fastifyApollo(apollo), {
      context: async (request, reply) => ({ caller: await callerOf(request, reply) }),
    });
    serveReceipts(scope, modules.filing, callerOf);
  });
  const stopLive = serveLive(web, schema, {
    origin: config.publicOrigin,
    production: config.production,
    log,
    connect: async (request, locale) => {
      const cookies = web.parseCookie(request.headers.cookie ?? '');
      const ip = request.socket.remoteAddress ?? '';
      const jar = cookieJar(config.publicOrigin, { cookies }, null);
      return {
        caller: await makeCaller(needs, {
          jar,
          ip,
          acceptLanguage: locale ?? request.headers['accept-language'],
        }),
      };
    },
  });
  if (options.app) await serveApp(web, PORTAL_DIST);
  web.addHook('onClose', async () => {
    await stopLive();
    await apollo.stop();
  });
  return web;
}
