import { startPostOffice } from './start.ts';

const port = (name: string, usual: number): number => {
  const value = process.env[name] || String(usual);
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535) throw new Error(`${name} is no port: ${value}`);
  return Number(value);
};

try {
  if (process.env.NODE_ENV === 'production')
    throw new Error('The post office is not for production: it shows every code.');
  const postOffice = await startPostOffice({
    host: process.env.HOST || '127.0.0.1',
    httpPort: port('POST_OFFICE_PORT', 3002),
    smtpPort: port('SMTP_PORT', 2525),
    smppPort: port('SMPP_PORT', 2775),
    ...(process.env.BOUNCE_PORT && { bouncePort: port('BOUNCE_PORT', 2526) }),
    ...(process.env.PEOPLE_FILE && { peopleFile: process.env.PEOPLE_FILE }),
  });
  const stop = () => void postOffice.close().then(() => process.exit(0));
  process.once('SIGTERM', stop).once('SIGINT', stop);
  console.log('ready post-office');
} catch (error) {
  const { code, port: taken, message } = error as NodeJS.ErrnoException & { port?: number };
  console.error(
    code === 'EADDRINUSE' ? `Port ${taken} is taken; the post office cannot listen there.` : message,
  );
  process.exit(1);
}
