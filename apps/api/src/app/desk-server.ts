import { fileURLToPath } from 'node:url';
import fastifyApollo from '@as-integrations/fastify';
import type { Config } from '#config/env';
import { makeApollo } from '#graphql/apollo';
import { baseResolvers } from '#graphql/base-resolvers';
import { deskSchema } from '#graphql/schema';
import { baseErrors, makeSentences } from '#graphql/sentences';
import {
  type DeskCaller,
  makeDeskResolvers,
  makeServiceDesk,
  serviceDeskErrors,
} from '#modules/service-desk';
import { makeStatusDeskResolvers } from '#modules/status';
import { sha256 } from '#platform/digest';
import { localeOf } from './caller.ts';
import { cookieJar } from './cookies.ts';
import type { Ground } from './ground.ts';
import type { Modules } from './modules.ts';
import { makeWeb, serveApp } from './web.ts';

const DESK_DIST = fileURLToPath(new URL('../../../desk/dist/', import.meta.url));

/** The desk's origin: its own app, cookie and schema. Nothing of it is reachable from the portal's origin. */
export async function makeDeskServer(
  config: Config,
  ground: Ground,
  modules: Modules,
  options = { app: true },
) {
  const { log, secrets } = ground;
  const web = await makeWeb(config, ground.log, ["'self'"]);
  const sentences = makeSentences([baseErrors, serviceDeskErrors]);
  const desk = makeServiceDesk({ ...modules, ...ground });
  const schema = deskSchema([
    baseResolvers(sentences, ['Refusal']),
    makeDeskResolvers(desk),
    makeStatusDeskResolvers(modules.status),
  ]);
  const apollo = makeApollo<{ caller: DeskCaller }>(schema, { log, production: config.production });
  await apollo.start();
  await web.register(async (scope) => {
    scope.addHook('onSend', async (_, reply) => void reply.header('cache-control', 'no-store'));
    await scope.register(fastifyApollo(apollo), {
      context: async (request, reply) => {
        const jar = cookieJar(config.deskOrigin, request, reply);
        const secret = jar.read('desk');
        const caller: DeskCaller = {
          locale: localeOf(request.headers['accept-language']),
          source: Buffer.from(secrets.index('source', request.ip)).toString('base64url'),
          sessionHash: secret ? sha256(secret) : null,
          giveSession: (value, endsAt) => jar.set('desk', value, endsAt),
          endSession: () => jar.clear('desk'),
        };
        return { caller };
      },
    });
  });
  if (options.app) await serveApp(web, DESK_DIST);
  web.addHook('onClose', () => apollo.stop());
  return web;
}
