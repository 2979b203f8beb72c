import { expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../utils/settings/schema.ts';

vi.mock('../../../utils/platform/request-automatic-reading.ts', () => ({
  requestAutomaticReading: async () => false,
}));
const { createEnableSiteAction } = await import('../../../entrypoints/popup/enable-site-action.ts');

const PAGE = 'https://paper.example/lock-gates';
const ON_CLICK: Settings = { ...DEFAULT_SETTINGS, reading: 'click' };

it('is offered where a site is read on click only', () => {
  expect(createEnableSiteAction(PAGE, ON_CLICK)).toBeTypeOf('function');
  expect(createEnableSiteAction(PAGE, DEFAULT_SETTINGS)).toBeNull();
  expect(createEnableSiteAction(PAGE, null)).toBeNull();
  expect(createEnableSiteAction('about:blank', ON_CLICK)).toBeNull();
});
