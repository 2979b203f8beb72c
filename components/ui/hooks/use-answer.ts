import { useEffect, useState } from 'preact/hooks';

/**
 * The answer to a question that takes a while.
 *
 * @param question null if there is nothing to ask
 * @param delayMs how long the question must stay the same before it is asked
 * @returns null until it is answered
 */
export function useAnswer<T>(
  question: string | null,
  ask: (question: string) => Promise<T>,
  delayMs = 0,
): T | null {
  const [known, setKnown] = useState<{ question: string; answer: T } | null>(null);
  useEffect(() => {
    if (question === null) return;
    let isCancelled = false;
    const timer = setTimeout(() => {
      ask(question)
        .then((answer) => !isCancelled && setKnown({ question, answer }))
        .catch((error: unknown) => console.warn('offprint: no answer', error));
    }, delayMs);
    return () => {
      isCancelled = true;
      clearTimeout(timer);
    };
  }, [question]);
  return known !== null && known.question === question ? known.answer : null;
}
