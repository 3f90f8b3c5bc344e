/** What one command takes. `text` options are required unless they end in '?'; `list` may stand several times. */
export type Grammar = {
  usage: string;
  positionals: number;
  text: readonly string[];
  list?: readonly string[];
  flags?: readonly string[];
};

const BOTH = ['id', 'en'] as const;
const TITLE = ['title-id', 'title-en'] as const;

/** Every command of `npm run status`, by its first word (or two, for maintenance). */
export const GRAMMAR = {
  list: { usage: 'list', positionals: 0, text: [] },
  open: {
    usage:
      'open --title-id … --title-en … [--lane mail:gmail …] [--affects … …] [--service filing …] [--owner …] [--cause …] [--since "2023-05-30 14.00" (WIB)] [--id … --en …] --by NAME',
    positionals: 0,
    text: [...TITLE, 'owner?', 'cause?', 'since?', 'id?', 'en?', 'by'],
    list: ['lane', 'affects', 'service'],
  },
  owner: { usage: 'owner INCIDENT "Team" --by NAME', positionals: 2, text: ['by'] },
  cause: { usage: 'cause INCIDENT "what it was" --by NAME', positionals: 2, text: ['by'] },
  estimate: {
    usage: 'estimate INCIDENT "2023-05-30 14.00" (WIB; or none) --by NAME',
    positionals: 2,
    text: ['by'],
  },
  statement: {
    usage: 'statement INCIDENT --id "…" --en "…" [--apology] --by NAME',
    positionals: 1,
    text: [...BOTH, 'by'],
    flags: ['apology'],
  },
  case: {
    usage: 'case INCIDENT opened|contact|answer|resolved "what was said" --provider Google --by NAME',
    positionals: 3,
    text: ['provider', 'by'],
  },
  close: {
    usage: 'close INCIDENT --id "…" --en "…" [--although "why, while it is measured as disturbed"] --by NAME',
    positionals: 1,
    text: [...BOTH, 'although?', 'by'],
  },
  'maintenance add': {
    usage:
      'maintenance add --from "2023-05-26 18.00" --to "2023-05-28 23.59" (WIB) --title-id … --title-en … [--id … --en … (the reason)] [--urgent] --by NAME',
    positionals: 0,
    text: ['from', 'to', ...TITLE, 'id?', 'en?', 'by'],
    flags: ['urgent'],
  },
  'maintenance move': {
    usage: 'maintenance move WINDOW --from … --to … [--urgent] --by NAME',
    positionals: 1,
    text: ['from', 'to', 'by'],
    flags: ['urgent'],
  },
  'maintenance cancel': { usage: 'maintenance cancel WINDOW --by NAME', positionals: 1, text: ['by'] },
} as const satisfies Record<string, Grammar>;

export type CommandName = keyof typeof GRAMMAR;
