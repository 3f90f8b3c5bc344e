import { type Document, isNode, LineCounter, parseDocument, visit } from 'yaml';
import { z } from 'zod';
import type { Sender } from '../contract.ts';
import { organisationOf } from '../email/organisation.ts';
import { ROUTE_CONFIGS, type RouteConfig } from '../registry.gen.ts';
import { Secret } from './secret.ts';

/** Why a carriers file is refused, and where. The message begins with `file:line:`. */
export class CarriersFileError extends Error {
  readonly line: number;
  constructor(fileName: string, line: number, problem: string) {
    super(`${fileName}:${line}: ${problem}`);
    this.name = 'CarriersFileError';
    this.line = line;
  }
}

const sender = z.strictObject({
  name: z.string().min(1).max(60),
  address: z.email(),
  host: z.hostname(),
  bounceDomain: z.hostname().optional(),
});

const file = z
  .strictObject({ sender, routes: z.array(z.discriminatedUnion('kind', ROUTE_CONFIGS)).min(1) })
  .superRefine(({ sender: { address }, routes }, ctx) => {
    routes.forEach((route, i) => {
      const signedFor = 'dkim' in route ? route.dkim?.domain : undefined;
      if (signedFor === undefined || aligned(signedFor, address.slice(address.lastIndexOf('@') + 1))) return;
      ctx.addIssue({
        code: 'custom',
        path: ['routes', i, 'dkim', 'domain'],
        message: `${signedFor} is another domain than that of sender.address: DMARC would count for nothing`,
      });
    });
    const names = routes.map(({ name }) => name);
    names.forEach((name, i) => {
      if (names.indexOf(name) < i) {
        ctx.addIssue({
          code: 'custom',
          path: ['routes', i, 'name'],
          message: `two routes are called ${name}`,
        });
      }
    });
  });

/** Relaxed alignment (RFC 7489, 3.1.1). */
const aligned = (one: string, other: string): boolean =>
  organisationOf(one.toLowerCase()) === organisationOf(other.toLowerCase());

export type CarriersConfig = { sender: Sender; routes: RouteConfig[] };

/**
 * Reads the carriers file, JSON or YAML.
 * @param env where `passwordEnv` is looked up
 * @throws CarriersFileError for the first thing that is wrong, with its line (1 is the first)
 */
export function readCarriersFile(
  text: string,
  fileName: string,
  env: Record<string, string | undefined> = {},
): CarriersConfig {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken)
    throw new CarriersFileError(fileName, lines.linePos(broken.pos[0]).line, firstLine(broken.message));

  // What only shows where references are followed: to nothing, or to so many that the file would never end.
  const plain = (): unknown => {
    try {
      return document.toJS();
    } catch (fault) {
      const { line } = lines.linePos(leadsNowhere(document));
      throw new CarriersFileError(fileName, line, firstLine(fault instanceof Error ? fault.message : ''));
    }
  };
  const lineOf = (path: PropertyKey[]): number => {
    // The deepest part of the path that stands in the file: what is missing has no line of its own.
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };

  const checked = file.safeParse(plain());
  if (!checked.success) {
    const { issues } = checked.error;
    // A key nobody knows is mostly the misspelt one that is missed as well: its line is the one to look at.
    const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
    const path =
      issue?.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : (issue?.path ?? []);
    const place = path.map(String).join('.');
    throw new CarriersFileError(fileName, lineOf(path), `${place ? `${place}: ` : ''}${issue?.message}`);
  }
  const routes = checked.data.routes.map((its, i) => {
    if (its.passwordEnv === undefined) return its;
    const fail = (problem: string) => {
      throw new CarriersFileError(fileName, lineOf(['routes', i, 'passwordEnv']), problem);
    };
    if (its.password) fail(`${its.name} has both password and passwordEnv`);
    const password = env[its.passwordEnv];
    if (!password) return fail(`the environment variable ${its.passwordEnv} is not set`);
    return { ...its, password: new Secret(password) };
  });
  return { sender: checked.data.sender, routes };
}

/** Where a reference stands that leads to nothing; the beginning where there is none. */
function leadsNowhere(document: Document): number {
  let at = 0;
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document)) return undefined;
      at = alias.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return at;
}

const firstLine = (message: string) => message.split('\n')[0]?.replace(/ at line \d+.*$/, '') ?? message;
