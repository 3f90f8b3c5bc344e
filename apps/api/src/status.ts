import { operateStatus } from '#app/operate-status';

process.exitCode = await operateStatus(process.argv.slice(2));
