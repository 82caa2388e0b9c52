import { join } from 'node:path';
import { build } from 'vite';
import { PROJECT_FOLDER } from '../io/city.ts';
import type { WorkerSite } from '../worker/site.ts';

/** Returns the service worker of a site as one script. */
export async function workerScript(site: WorkerSite): Promise<string> {
  const built = await build({
    configFile: false,
    root: PROJECT_FOLDER,
    publicDir: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: {
        input: join(PROJECT_FOLDER, 'src/worker/worker.ts'),
        output: { format: 'iife', entryFileNames: 'sw.js' },
      },
    },
  });
  const [script] = Array.isArray(built) || !('output' in built) ? [] : built.output;
  if (script?.type !== 'chunk') throw new Error('The service worker could not be built.');
  return `const SITE = ${JSON.stringify(site)};\n${script.code}`;
}
