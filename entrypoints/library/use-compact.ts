import { useState } from 'preact/hooks';

/** Stored per browser and read synchronously, because changing row heights after the first paint would move the list. */
const KEY = 'compactList';

/** Whether lists have rows of two lines, as they have by default. */
export function useCompact(): [isCompact: boolean, setCompact: (isCompact: boolean) => void] {
  const [isCompact, setCompact] = useState(() => localStorage.getItem(KEY) !== 'no');
  return [
    isCompact,
    (next) => {
      localStorage.setItem(KEY, next ? 'yes' : 'no');
      setCompact(next);
    },
  ];
}
