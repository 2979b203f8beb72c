import { useEffect } from 'preact/hooks';
import { useLazy } from '../../ui/hooks/use-lazy.ts';

/**
 * Sets a text in two columns where the window is wide enough.
 *
 * @param body the article's element once it is in the page
 * @param isOn what the user wants
 * @param look changes when the text is set otherwise (size, face, width)
 * @param content another one when other blocks stand in the element
 */
export function useSpreads(body: HTMLElement | null, isOn: boolean, look: string, content: unknown): void {
  const spreads = useLazy(isOn, () => import('./keep-spreads.ts'));
  useEffect(() => {
    if (body !== null && isOn) return spreads?.keepSpreads(body);
    return undefined;
  }, [spreads, body, isOn, look, content]);
}
