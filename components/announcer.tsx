import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useRef, useState } from 'preact/hooks';

const AnnounceContext = createContext<(sentence: string) => void>(() => undefined);

/** Tells screen readers what changed without moving the focus. The same sentence twice is spoken twice. */
export function useAnnounce(): (sentence: string) => void {
  return useContext(AnnounceContext);
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
      {children}
      <div class="visually-hidden" role="status" aria-live="polite">
        {sentence}
      </div>
    </AnnounceContext.Provider>
  );
}
