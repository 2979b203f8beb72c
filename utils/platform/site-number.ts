/**
 * Sites without their names: a number of twenty bits, made with a secret of this profile's. So many sites share each
 * number that nobody can tell from it which was visited, and of no two profiles the numbers compare.
 */
import { browser } from './browser.ts';

/** The secret: 32 random bytes, hexadecimal. */
const SECRET = 'seenSecret';

/** A million numbers for some hundred million sites; 150 of them collide about once in a hundred profiles. */
const BITS = 20;

async function readSecret(): Promise<string | null> {
  const stored = (await browser.storage.local.get(SECRET))[SECRET];
  return typeof stored === 'string' && stored !== '' ? stored : null;
}

let making: Promise<string> | null = null;

/** Made once: whoever asks meanwhile waits for the same. */
function secret(): Promise<string> {
  const make = async (): Promise<string> => {
    const known = await readSecret();
    if (known !== null) return known;
    const bytes = crypto.getRandomValues(new Uint8Array(32));
    const made = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    await browser.storage.local.set({ [SECRET]: made });
    return made;
  };
  making ??= make().finally(() => {
    making = null;
  });
  return making;
}

/** HMAC-SHA-256 (RFC 2104), cut to `BITS`. */
export async function numberOfSite(host: string): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(await secret()), algorithm, false, [
    'sign',
  ]);
  const signed = new DataView(await crypto.subtle.sign('HMAC', key, encoder.encode(host)));
  return String(signed.getUint32(0) >>> (32 - BITS));
}

/** With the next site there is another secret, and every number is another. */
export async function forgetSecret(): Promise<void> {
  await browser.storage.local.remove([SECRET]);
}
