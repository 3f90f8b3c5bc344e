import { hash } from '@node-rs/argon2';
import type { Database } from '@sampai/api/platform/database';

/** Invented agents of the contact centre, for development. */
export const AGENTS = [
  { login: 'rina', name: 'Rina Wijaya', team: 'Kring Pajak', password: 'Meja-Rina-2024' },
  { login: 'joko', name: 'Joko Susilo', team: 'Kring Pajak', password: 'Meja-Joko-2024' },
];

export async function seedAgents(db: Database): Promise<void> {
  for (const { login, name, team, password } of AGENTS)
    await db.read.$executeRaw`
      INSERT INTO agent (login, name, team, password_hash) VALUES (${login}, ${name}, ${team}, ${await hash(password)})
      ON CONFLICT (login) DO NOTHING`;
}
