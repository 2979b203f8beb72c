import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useEffect, useRef, useState } from 'preact/hooks';

/** The last announcement. A modal sheet announces it in its own region, as the screen's is inert meanwhile. */
const MessageContext = createContext('');

const AnnounceContext = createContext<(message: string) => void>(() => undefined);

/** Announces a change to screen readers without moving the focus. The same message twice is announced twice. */
export function useAnnounce(): (message: string) => void {
  return useContext(AnnounceContext);
}

/** The live region of a modal sheet. Does not repeat what was announced before it opened. */
export function SheetAnnouncer() {
  const message = useContext(MessageContext);
  const first = useRef(message);
  return (
    <div class="visually-hidden" role="status" aria-live="polite">
      {message === first.current ? '' : message}
    </div>
  );
}

/** How long an announcement stays, in ms: later, who reads the screen line by line would take it for its present state. */
const CLEAR_MS = 10_000;

/** Provides the one live region of a screen. */
export function Announcer({ children }: { children: ComponentChildren }) {
  const [message, setMessage] = useState('');
  const turn = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const announce = useCallback((next: string) => {
    turn.current += 1;
    // A region whose text does not change is not announced; a no-break space makes it differ.
    setMessage(turn.current % 2 === 0 ? `${next}\u00a0` : next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setMessage(''), CLEAR_MS);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <AnnounceContext.Provider value={announce}>
      <MessageContext.Provider value={message}>{children}</MessageContext.Provider>
      <div class="visually-hidden" role="status" aria-live="polite">
        {message}
      </div>
    </AnnounceContext.Provider>
  );
}

/** Delay after the last input before a count is announced, in ms. */
const PAUSE_MS = 600;

/** Announces the number of results once the user has stopped typing. */
export function useAnnouncedCount(query: string, sentence: string): void {
  const announce = useAnnounce();
  useEffect(() => {
    if (query === '' || sentence === '') return;
    const timer = setTimeout(() => announce(sentence), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [query, sentence, announce]);
}
