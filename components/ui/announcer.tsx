import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useEffect, useRef, useState } from 'preact/hooks';

/** The last announcement. A modal sheet repeats it in its own live region, because the screen's is inert. */
const MessageContext = createContext('');

const AnnounceContext = createContext<(message: string) => void>(() => undefined);

/** Returns a function that announces a message to screen readers. A repeated message is announced again. */
export function useAnnounce(): (message: string) => void {
  return useContext(AnnounceContext);
}

/** The live region of a modal sheet. Ignores the message that was announced before the sheet opened. */
export function SheetAnnouncer() {
  const message = useContext(MessageContext);
  const initialMessage = useRef(message);
  return (
    <div class="visually-hidden" role="status" aria-live="polite">
      {message === initialMessage.current ? '' : message}
    </div>
  );
}

/**
 * How long an announcement stays in the live region, in ms. Otherwise, users who navigate the page by line would find an
 * outdated message.
 */
const CLEAR_DELAY_MS = 10_000;

/** Provides the live region of a screen and the context for `useAnnounce`. */
export function Announcer({ children }: { children: ComponentChildren }) {
  const [message, setMessage] = useState('');
  const announcementCount = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const announce = useCallback((next: string) => {
    announcementCount.current += 1;
    // Unchanged text is not announced again, so every second message ends with a no-break space.
    setMessage(announcementCount.current % 2 === 0 ? `${next}\u00a0` : next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setMessage(''), CLEAR_DELAY_MS);
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

/** Delay between the last input and the announcement, in ms. */
const TYPING_PAUSE_MS = 600;

/**
 * Announces the number of results once the user has stopped typing.
 *
 * @param query the search query; nothing is announced if it is empty
 * @param message the announcement; nothing is announced while it is `''`
 */
export function useAnnouncedCount(query: string, message: string): void {
  const announce = useAnnounce();
  useEffect(() => {
    if (query === '' || message === '') return;
    const timer = setTimeout(() => announce(message), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [query, message, announce]);
}
