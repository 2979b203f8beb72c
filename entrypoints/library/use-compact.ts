import { useState } from 'preact/hooks';

/** Of this browser, and read at once: a list that changes its height after the first paint would jump. */
const KEY = 'compactList';

/** Whether lists have rows of two lines. */
export function useCompact(): [isCompact: boolean, setCompact: (isCompact: boolean) => void] {
  const [isCompact, setCompact] = useState(() => localStorage.getItem(KEY) === 'yes');
  return [
    isCompact,
    (next) => {
      localStorage.setItem(KEY, next ? 'yes' : 'no');
      setCompact(next);
    },
  ];
}
