/** The shape of every message on the wire. */
export interface Envelope {
  offprint: 'background' | 'tab' | 'event';
  type: string;
  data: unknown;
}

/** What a handler's answer travels in. */
export type Reply = { ok: true; value: unknown } | { ok: false; error: string };

/** True for messages of ours; the wire is shared with whatever else the browser delivers. */
export function isEnvelope(message: unknown): message is Envelope {
  if (typeof message !== 'object' || message === null) return false;
  const { offprint, type } = message as Record<string, unknown>;
  return (
    (offprint === 'background' || offprint === 'tab' || offprint === 'event') && typeof type === 'string'
  );
}
