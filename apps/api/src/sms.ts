import { operateSms } from '#app/operate-sms';

process.exitCode = await operateSms(process.argv.slice(2));
