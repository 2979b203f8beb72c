import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readForeignSettings, readSettings } from '../../../utils/settings/read-settings.ts';
import { DEFAULT_SETTINGS } from '../../../utils/settings/schema.ts';

describe('readSettings', () => {
  it('gives the defaults where nothing is stored yet', () => {
    expect(readSettings(undefined)).toEqual(DEFAULT_SETTINGS);
  });

  it('keeps what the user decided', () => {
    const stored = {
      version: 1,
      theme: 'dark',
      clutter: { comments: true },
      sites: { 'paper.example': { clutterOff: true, treatAs: 'article' } },
    };
    const settings = readSettings(stored);
    expect(settings.theme).toBe('dark');
    expect(settings.clutter.comments).toBe(true);
    expect(settings.clutter['newsletter-form']).toBe(true);
    expect(settings.sites['paper.example']).toEqual({ clutterOff: true, treatAs: 'article' });
  });

  it('makes no link of an address that runs code, and of a backup’s none into the local network', () => {
    const pages = [
      'javascript:alert(1)',
      'data:text/html,x',
      'paper.example/x',
      'http://192.168.0.1/restart',
      'http://localhost:8080/',
      'https://paper.example/x',
    ].map((url) => ({ url, treatAs: 'article' }));
    const urls = (settings: { pages: { url: string }[] }): string[] => settings.pages.map(({ url }) => url);
    expect(urls(readSettings({ pages }))).toEqual([
      'http://192.168.0.1/restart',
      'http://localhost:8080/',
      'https://paper.example/x',
    ]);
    expect(urls(readForeignSettings({ pages }))).toEqual(['https://paper.example/x']);
  });

  it('drops what it does not understand and keeps the rest', () => {
    const settings = readSettings({
      theme: 'plaid',
      underlineQuotes: 'sometimes',
      clutter: { comments: 'yes', 'ad-slot': true },
      sites: { 'a.example': { off: 1 }, 'b.example': { off: true }, 'c.example': null },
    });
    expect(settings.theme).toBe('system');
    expect(settings.underlineQuotes).toBe('open');
    expect(readSettings({ underlineQuotes: 'always' }).underlineQuotes).toBe('always');
    expect(settings.clutter.comments).toBe(false);
    expect(settings.clutter['ad-slot']).toBe(true);
    expect(settings.sites).toEqual({ 'b.example': { off: true } });
  });

  it('gives complete settings for anything at all, and the same again for its own output', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        const settings = readSettings(stored);
        expect(Object.keys(settings.clutter).sort()).toEqual(Object.keys(DEFAULT_SETTINGS.clutter).sort());
        expect(readSettings(settings)).toEqual(settings);
      }),
    );
  });

  it('never lets one reader’s change leak into the defaults', () => {
    readSettings(undefined).sites['x.example'] = { off: true };
    expect(readSettings(undefined).sites).toEqual({});
  });
});
