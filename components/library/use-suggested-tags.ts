import { useEffect, useState } from 'preact/hooks';

/**
 * Tags that may suit some articles, asked for when their tags are opened.
 *
 * @param ids none while no tags are open
 */
export function useSuggestedTags(
  ids: readonly string[],
  suggest: (ids: string[]) => Promise<string[]>,
): readonly string[] {
  const [suggested, setSuggested] = useState<readonly string[]>([]);
  const wanted = ids.join(' ');
  useEffect(() => {
    setSuggested([]);
    if (wanted === '') return;
    let isGone = false;
    suggest(wanted.split(' '))
      .then((tags) => !isGone && setSuggested(tags))
      .catch((error: unknown) => console.warn('offprint: no suggestions', error));
    return () => {
      isGone = true;
    };
  }, [wanted]);
  return suggested;
}
