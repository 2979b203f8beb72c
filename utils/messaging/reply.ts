import type { Reply } from './envelope.ts';
import { NoReceiverError, RemoteError } from './errors.ts';

/** A handler's answer, or its failure in words, as it travels. */
export async function answer(work: () => unknown): Promise<Reply> {
  try {
    return { ok: true, value: (await work()) ?? null };
  } catch (error) {
    console.error('offprint:', error);
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * @returns what the handler answered
 * @throws RemoteError when it failed, NoReceiverError when there was none
 */
export function unwrap(reply: unknown, type: string): unknown {
  if (reply === undefined || reply === null) throw new NoReceiverError(`nobody answered ${type}`);
  const known = reply as Reply;
  if (!known.ok) throw new RemoteError(known.error);
  return known.value;
}
