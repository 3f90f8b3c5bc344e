import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildASTSchema, type DefinitionNode, type DocumentNode, Kind, parse, printSchema } from 'graphql';
import { root } from '../lib/paths.ts';

export type Side = 'portal' | 'desk';

const src = path.join(root, 'apps', 'api', 'src');

/**
 * The SDL of one schema, put together from the modules' own: `desk*.graphql` files belong to the desk alone, files of
 * src/graphql to both, every other module file to the portal. A root type that nobody extends is left out.
 */
export function composeSchema(side: Side): string {
  const isDesk = (file: string) => path.basename(file).startsWith('desk');
  const common = find('graphql/*.graphql').filter((file) => !isDesk(file));
  const own = find('{graphql,modules/*}/*.graphql').filter((file) => isDesk(file) === (side === 'desk'));
  const files = [...new Set([...common, ...own])];
  const parts = files.flatMap(
    (file) => parse(readFileSync(path.join(src, file), 'utf8'), { noLocation: true }).definitions,
  );
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: parts.filter((part) => !isVain(part, parts)),
  };
  return `${printSchema(buildASTSchema(document))}\n`;
}

function find(pattern: string): string[] {
  return globSync(pattern, { cwd: src }).sort();
}

/** An object type without fields that no other file gives any. */
function isVain(part: DefinitionNode, all: DefinitionNode[]): boolean {
  if (part.kind !== Kind.OBJECT_TYPE_DEFINITION || part.fields?.length) return false;
  return !all.some(
    (other) => other.kind === Kind.OBJECT_TYPE_EXTENSION && other.name.value === part.name.value,
  );
}
