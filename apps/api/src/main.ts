import { startApi } from '#app/api-process';
import { runProcess } from '#app/process';

await runProcess('api', startApi);
