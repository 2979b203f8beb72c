import { useEffect } from 'preact/hooks';
import { useLazyModule } from '../../ui/hooks/use-lazy-module.ts';

/**
 * Sets a text in two columns if the window is wide enough.
 *
 * @param body the article's element once it is in the page
 * @param isOn the user's setting
 * @param look changes when size, font or width change
 * @param content changes when the element's blocks change
 */
export function useSpreads(body: HTMLElement | null, isOn: boolean, look: string, content: unknown): void {
  const spreads = useLazyModule(isOn, () => import('./keep-spreads.ts'));
  useEffect(() => {
    if (body !== null && isOn) return spreads?.enableSpreads(body);
    return undefined;
  }, [spreads, body, isOn, look, content]);
}
