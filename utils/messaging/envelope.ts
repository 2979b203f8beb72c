/** The wire format of messages and replies, shared by both sides. It has no imports, since the gate needs it, too. */

/** The envelope of every message. */
export interface Envelope {
  offprint: 'background' | 'tab' | 'event';
  type: string;
  data: unknown;
}

/** The envelope of every answer. */
export type Reply = { ok: true; value: unknown } | { ok: false; error: string };

/** The other side's handler failed; `message` is that of its error. */
export class RemoteError extends Error {
  override name = 'RemoteError';
}

/** Nothing answered: there is no script of ours in the tab, or no background. */
export class NoReceiverError extends Error {
  override name = 'NoReceiverError';
}

/** A message does not match its schema; `message` says how, for the console. */
export class BadMessageError extends Error {
  override name = 'BadMessageError';
}

/** True for messages of this extension's own format; the browser may deliver others, too. */
export function isEnvelope(message: unknown): message is Envelope {
  if (typeof message !== 'object' || message === null) return false;
  const { offprint, type } = message as Record<string, unknown>;
  return (
    (offprint === 'background' || offprint === 'tab' || offprint === 'event') && typeof type === 'string'
  );
}

/** Runs a handler and wraps its result, or its error's message, in a reply. */
export async function answer(work: () => unknown): Promise<Reply> {
  try {
    return { ok: true, value: (await work()) ?? null };
  } catch (error) {
    console.error('offprint:', error);
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Unwraps a reply.
 *
 * @returns the handler's result
 * @throws RemoteError if the handler failed, NoReceiverError if there was none
 */
export function unwrap(reply: unknown, type: string): unknown {
  if (reply === undefined || reply === null) throw new NoReceiverError(`nobody answered ${type}`);
  const known = reply as Reply;
  if (!known.ok) throw new RemoteError(known.error);
  return known.value;
}

/** True if two addresses have the same origin; a page can change the rest of its address while a message is under way. */
export function isSameOrigin(one: string, other: string): boolean {
  return URL.canParse(one) && URL.canParse(other) && new URL(one).origin === new URL(other).origin;
}
