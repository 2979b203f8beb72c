import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** A module and all it imports as one script that leaves its exports in a global. */
export async function bundleForPage(entry: URL, name: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'chrome120',
      lib: { entry: fileURLToPath(entry), formats: ['iife'], name },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (output === undefined || !('output' in output)) throw new Error(`${entry.href} was not built`);
  return output.output[0].code;
}
