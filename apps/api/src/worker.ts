import { runProcess } from '#app/process';
import { startWorker } from '#app/worker-process';

await runProcess('worker', startWorker);
