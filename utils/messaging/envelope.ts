/** The wire format of messages and replies, shared by both sides. It has no imports, because the gate includes it. */

/** The envelope of every message. */
export interface Envelope {
  offprint: 'background' | 'tab' | 'event';
  type: string;
  data: unknown;
}

/** The envelope of every reply. */
export type Reply = { ok: true; value: unknown } | { ok: false; error: string };

/** The handler on the other side threw an error, whose message this error has. */
export class RemoteError extends Error {
  override name = 'RemoteError';
}

/** Nothing replied: no content script of ours runs in the tab, or there is no background. */
export class NoReceiverError extends Error {
  override name = 'NoReceiverError';
}

/** A message does not match its schema. The error message describes the mismatch for the console. */
export class BadMessageError extends Error {
  override name = 'BadMessageError';
}

/** True for messages in this extension's format. The browser may also deliver others. */
export function isEnvelope(message: unknown): message is Envelope {
  if (typeof message !== 'object' || message === null) return false;
  const { offprint, type } = message as Record<string, unknown>;
  return (
    (offprint === 'background' || offprint === 'tab' || offprint === 'event') && typeof type === 'string'
  );
}

/** Runs a handler, and wraps its result or its error message in a reply. Errors are logged, not thrown. */
export async function replyWith(handler: () => unknown): Promise<Reply> {
  try {
    return { ok: true, value: (await handler()) ?? null };
  } catch (error) {
    console.error('offprint:', error);
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Unwraps a reply.
 *
 * @param reply as received; empty if nothing replied
 * @param type of the request, for the error message
 * @returns the handler's result
 * @throws RemoteError if the handler failed, NoReceiverError if there was none
 */
export function unwrapReply(reply: unknown, type: string): unknown {
  if (reply === undefined || reply === null) throw new NoReceiverError(`no reply to ${type}`);
  const received = reply as Reply;
  if (!received.ok) throw new RemoteError(received.error);
  return received.value;
}

/** True if two URLs have the same origin. The rest of a page's URL may change while a message is in transit. */
export function isSameOrigin(a: string, b: string): boolean {
  return URL.canParse(a) && URL.canParse(b) && new URL(a).origin === new URL(b).origin;
}
