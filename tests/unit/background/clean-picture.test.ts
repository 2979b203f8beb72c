// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { sanitiseImage } from '../../../entrypoints/background/save/store-image.ts';
import { type PageTask, runPageTask } from '../../../utils/library/articles/process-page.ts';

vi.mock('../../../utils/platform/fetch-public-url.ts', () => ({ fetchPublicUrl: () => null }));
vi.mock('../../../utils/platform/dom-tasks.ts', () => ({
  runDomTask: (task: PageTask) => runPageTask(task, async () => []),
}));

const blobOf = (text: string, type: string): Blob => new Blob([text], { type });

it('keeps no script of a drawing that another device sent, and nothing that is no drawing', async () => {
  const hostile =
    '<svg xmlns="http://www.w3.org/2000/svg" onload="a()"><script>a()</script><path d="M0 0"/></svg>';
  const kept = await sanitiseImage(blobOf(hostile, 'image/svg+xml'));
  const text = (await kept?.text()) ?? '';
  expect(text).toContain('<path');
  expect(text).not.toMatch(/script|onload/);
  expect(await sanitiseImage(blobOf('<html></html>', 'image/svg+xml'))).toBeNull();
});

it('leaves other pictures as they are', async () => {
  const png = blobOf('a picture', 'image/png');
  expect(await sanitiseImage(png)).toBe(png);
});
