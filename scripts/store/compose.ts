/** Composes pictures for the stores from screenshots. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { ROOT } from '../run-command.ts';

export type Look = 'light' | 'dark';

/** A screenshot as a data URL, with its position in px from the left and the top. */
export interface Piece {
  png: string;
  left: number;
  top: number;
  width: number;
  height: number;
  /** Drawn above the others, like a popup. */
  isOver?: boolean;
}

export interface Composition {
  width: number;
  height: number;
  pieces: readonly Piece[];
  /** Text of a tile. */
  title?: string;
  words?: string;
}

/** 0 to 100. High enough for sharp text. */
const WEBP_QUALITY = 86;

/**
 * Background and text colours of the tiles: those of `components/ui/base/tokens.css`, slightly changed to contrast with
 * screens.
 */
const COLOURS: Record<Look, { ground: string; ink: string; quiet: string }> = {
  light: { ground: '#cfcac0', ink: '#1c1b18', quiet: '#57534a' },
  dark: { ground: '#0f0f10', ink: '#f1efe9', quiet: '#b5b0a6' },
};

const FONT = path.join(
  ROOT,
  'node_modules/@fontsource-variable/literata/files/literata-latin-opsz-normal.woff2',
);

function fontFace(): string {
  const font = readFileSync(FONT).toString('base64');
  return `<style>@font-face{font-family:Literata;font-weight:200 900;src:url(data:font/woff2;base64,${font})}</style>`;
}

function pieceHtml({ png, left, top, width, height, isOver = false }: Piece): string {
  const shadow = isOver ? 'box-shadow:0 2px 6px #0003,0 18px 48px #0006;border-radius:12px;' : '';
  return `<img src="${png}" style="position:absolute;left:${left}px;top:${top}px;width:${width}px;height:${height}px;${shadow}">`;
}

/**
 * Draws a composition.
 *
 * @param scale 0.5 for half the described size
 * @param density device px per CSS px
 * @returns PNG, or WebP if requested
 */
export async function compose(
  page: Page,
  what: Composition,
  look: Look,
  scale = 1,
  { density = 1, type = 'png' }: { density?: number; type?: 'png' | 'webp' } = {},
): Promise<Uint8Array> {
  const { ground, ink, quiet } = COLOURS[look];
  const { width, height, pieces, title, words } = what;
  await page.setViewport({ width: width * scale, height: height * scale, deviceScaleFactor: density });
  const text =
    title === undefined
      ? ''
      : `<div style="position:absolute;left:8%;top:0;bottom:0;width:40%;display:flex;flex-direction:column;justify-content:center">
          <b style="font:600 ${height / 6}px/1.1 Literata,Georgia,serif;color:${ink}">${title}</b>
          <span style="font:${height / 15}px/1.4 system-ui,sans-serif;color:${quiet};margin-top:.6em">${words ?? ''}</span></div>`;
  await page.setContent(
    `${title === undefined ? '' : fontFace()}<body style="margin:0;overflow:hidden;background:${ground}"><div style="position:relative;zoom:${scale};width:${width}px;height:${height}px;overflow:hidden">${pieces.map(pieceHtml).join('')}${text}</div>`,
  );
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
  await page.evaluate(() => document.fonts.ready);
  // Background tabs are not painted.
  await page.bringToFront();
  return page.screenshot(type === 'png' ? { type } : { type, quality: WEBP_QUALITY });
}
