import { hash } from '@node-rs/argon2';
import type { Database } from '@sampai/api/platform/database';

/** Invented agents of the contact centre, for development. None shares a name with a taxpayer of the seed. */
export const AGENTS = [
  { login: 'sari', name: 'Sari Pangestu', team: 'Kring Pajak', password: 'Meja-Sari-2024' },
  { login: 'tomo', name: 'Tomo Wirawan', team: 'Kring Pajak', password: 'Meja-Tomo-2024' },
];

export async function seedAgents(db: Database): Promise<void> {
  for (const { login, name, team, password } of AGENTS)
    await db.read.$executeRaw`
      INSERT INTO agent (login, name, team, password_hash) VALUES (${login}, ${name}, ${team}, ${await hash(password)})
      ON CONFLICT (login) DO NOTHING`;
}
