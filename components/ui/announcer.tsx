import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useRef, useState } from 'preact/hooks';

/** What was said last; the region of a modal sheet says it, as the screen's own is silent under it. */
const SentenceContext = createContext('');

const AnnounceContext = createContext<(sentence: string) => void>(() => undefined);

/** Tells screen readers what changed without moving the focus. The same sentence twice is spoken twice. */
export function useAnnounce(): (sentence: string) => void {
  return useContext(AnnounceContext);
}

/** The live region of a modal sheet. What was said before the sheet came is not said again. */
export function SheetAnnouncer() {
  const sentence = useContext(SentenceContext);
  const first = useRef(sentence);
  return (
    <div class="visually-hidden" role="status" aria-live="polite">
      {sentence === first.current ? '' : sentence}
    </div>
  );
}

/** Holds the one live region of a screen. */
export function Announcer({ children }: { children: ComponentChildren }) {
  const [sentence, setSentence] = useState('');
  const turn = useRef(0);
  const announce = useCallback((next: string) => {
    turn.current += 1;
    // A region whose text stays the same says nothing: a no-break space makes it differ.
    setSentence(turn.current % 2 === 0 ? `${next}\u00a0` : next);
  }, []);
  return (
    <AnnounceContext.Provider value={announce}>
      <SentenceContext.Provider value={sentence}>{children}</SentenceContext.Provider>
      <div class="visually-hidden" role="status" aria-live="polite">
        {sentence}
      </div>
    </AnnounceContext.Provider>
  );
}
