/** Composes the pictures of `docs/index.html`: each for wide windows and for phones. */
import type { Page } from 'puppeteer-core';
import { type Composition, compose, type Look } from './compose.ts';
import { PASSAGE, PHONE, POPUP, SCREEN, type Shots } from './screens.ts';

/** Device px per CSS px: sharp on current screens, with small files. */
export const SITE_DENSITY = 1.5;

function alone(png: string, { width, height }: { width: number; height: number }): Composition {
  return { width, height, pieces: [{ png, left: 0, top: 0, width, height }] };
}

/**
 * Composes the pictures.
 *
 * @param store the pictures for the stores, some of which the site uses too
 * @returns WebP by file name
 */
export async function composeForSite(
  canvas: Page,
  store: Record<string, Composition>,
  shots: Shots,
  look: Look,
): Promise<Record<string, Uint8Array>> {
  const wanted: Record<string, Composition | undefined> = {
    [`popup-${look}`]: store['1-popup'],
    [`popup-phone-${look}`]: alone(shots.pop, POPUP),
    [`panel-${look}`]: alone(shots.sidePhone, PHONE),
    [`library-${look}`]: alone(shots.list, SCREEN),
    [`library-phone-${look}`]: alone(shots.listPhone, PHONE),
    [`reader-${look}`]: alone(shots.read, SCREEN),
    [`reader-phone-${look}`]: alone(shots.readPhone, PHONE),
    // The invented newspaper has no dark colours.
    ...(look === 'light' && {
      before: alone(shots.before, PASSAGE),
      after: alone(shots.after, PASSAGE),
    }),
  };
  const pictures: Record<string, Uint8Array> = {};
  for (const [name, composition] of Object.entries(wanted)) {
    if (composition !== undefined)
      pictures[`${name}.webp`] = await compose(canvas, composition, look, 1, {
        density: SITE_DENSITY,
        type: 'webp',
      });
  }
  return pictures;
}
