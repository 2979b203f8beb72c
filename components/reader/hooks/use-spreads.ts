import { useEffect } from 'preact/hooks';
import { useLazyModule } from '../../ui/hooks/use-lazy-module.ts';

/**
 * Sets a text in two columns if the window is wide enough.
 *
 * @param body the article's element once it is in the page
 * @param isOn the user's setting
 * @param layoutKey any value that changes when the font or the spacing changes
 * @param contentVersion any value that changes when the article's blocks change
 */
export function useSpreads(
  body: HTMLElement | null,
  isOn: boolean,
  layoutKey: string,
  contentVersion: unknown,
): void {
  const spreads = useLazyModule(isOn, () => import('./layout-spreads.ts'));
  useEffect(() => {
    if (body !== null && isOn) return spreads?.enableSpreads(body);
    return undefined;
  }, [spreads, body, isOn, layoutKey, contentVersion]);
}
