import { useLayoutEffect, useState } from 'preact/hooks';
import { NoReceiverError } from '../../utils/messaging/envelope.ts';
import { type OpenDocument, openFromLibrary, openFromTab } from './open-document.ts';

export type Opened =
  | { state: 'waiting' }
  | { state: 'ready'; document: OpenDocument }
  /** `error`: the failure; null if there is no such article. */
  | { state: 'missing'; error: Error | null };

function open(): Promise<OpenDocument | null> {
  const address = new URLSearchParams(location.search);
  const tab = address.get('tab');
  if (tab !== null && /^\d+$/.test(tab)) return openFromTab(Number(tab));
  return openFromLibrary(address.get('id') ?? '');
}

/** Started while the page is being set up, because after its first frame it would be two frames later. */
let early: Promise<OpenDocument | null> | null = open();
// A failure is handled where the result is used.
early.catch(() => undefined);

function takeEarly(): Promise<OpenDocument | null> {
  const opening = early ?? open();
  early = null;
  return opening;
}

/**
 * Opens what the page's address names.
 *
 * @param again a change opens it again, for images that have arrived
 */
export function useDocument(again: number): Opened {
  const [opened, setOpened] = useState<Opened>({ state: 'waiting' });
  useLayoutEffect(() => {
    let isGone = false;
    let release: (() => void) | null = null;
    takeEarly()
      .then((document_) => {
        release = document_?.release ?? null;
        if (isGone) release?.();
        else if (document_ === null) setOpened({ state: 'missing', error: null });
        else setOpened({ state: 'ready', document: document_ });
      })
      .catch((error: unknown) => {
        console.error('offprint: not opened', error);
        const isKnown = error instanceof Error && !(error instanceof NoReceiverError);
        setOpened({ state: 'missing', error: isKnown ? error : null });
      });
    return () => {
      isGone = true;
      release?.();
    };
  }, [again]);
  return opened;
}
