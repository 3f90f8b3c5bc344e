import type { Page } from '@playwright/test';

const HOUR_MS = 3_600_000;
/** Hours from now as the API writes times. */
export const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR_MS).toISOString();

const LISTENING = ['ServiceStatus', 'Notices', 'MaintenanceBand'];

/** An incident as the API tells it. */
export const gmailHeldBack = (more: Record<string, unknown> = {}) => ({
  ...{ __typename: 'Incident', id: 'gmail', title: 'Gmail sedang menahan email kami', affects: ['Gmail'] },
  ...{
    since: inHours(-2),
    until: null,
    closedAlthough: false,
    owner: 'Tim Pengiriman Kode',
    estimate: inHours(1),
    usualSeconds: null,
  },
  services: ['ACTIVATION', 'FILING', 'SIGN_IN'],
  statements: [
    said('APOLOGY', -1, 'Kami meminta maaf. Google sudah kami hubungi.'),
    said('AUTOMATIC', -2, 'Kode ke alamat Gmail bisa lama tiba. Pakai SMS.'),
  ],
  ...more,
});

export const said = (kind: string, hours: number, text: string) => ({
  ...{ __typename: 'IncidentStatement', kind, at: inHours(hours), text },
});

export const maintenance = (phase: 'ANNOUNCED' | 'RUNNING', from: string, to: string) => ({
  ...{ __typename: 'Maintenance', id: 'window', title: 'Perawatan infrastruktur TIK', phase, from, to },
  reason: 'Basis data dipindahkan.',
});

type Bulletin = { incidents?: unknown[]; maintenance?: unknown[] };

/**
 * In this browser the service status reads so: what concerns everybody cannot be made true for one journey alone, while
 * others go on beside it. What the API really says is proved by its own tests.
 */
export async function pinUp(page: Page, bulletin: Bulletin): Promise<void> {
  await page.route('**/graphql', async (route) => {
    const { operationName } = route.request().postDataJSON() as { operationName: string };
    if (!LISTENING.includes(operationName)) return route.fallback();
    try {
      const response = await route.fetch();
      const json = (await response.json()) as { data: Record<string, Record<string, unknown>> };
      for (const board of Object.values(json.data))
        for (const [field, told] of Object.entries(bulletin)) if (field in board) board[field] = told;
      await route.fulfill({ response, json });
    } catch {
      await route.abort().catch(() => undefined); // the page was left, or the journey is over
    }
  });
}

/** In this browser an operation is refused as during maintenance, until the returned function is called. */
export async function refuse(page: Page, operation: string, until: string): Promise<() => void> {
  let isClosed = true;
  await page.route('**/graphql', async (route) => {
    const { operationName, query } = route.request().postDataJSON() as Record<string, string>;
    if (operationName !== operation || !isClosed) return route.fallback();
    const [, field = ''] = /\{\s*(\w+)/.exec(query ?? '') ?? [];
    const message = 'Layanan sedang dirawat. Draf Anda tersimpan; coba lagi sesudah jam itu.';
    const refusal = { __typename: 'Refusal', code: 'MAINTENANCE', message, field: null, until };
    await route.fulfill({ json: { data: { [field]: refusal } } });
  });
  return () => {
    isClosed = false;
  };
}
