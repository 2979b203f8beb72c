import type { Screen } from './screen.ts';
import { waitFor } from './wait-for.ts';

/** From now on keeps the blobs that are saved, so that a test can read what the user would find in the downloads. */
export async function watchDownloads(screen: Screen): Promise<(name: RegExp) => Promise<Blob>> {
  await screen.page.evaluate(() => {
    const saved: { name: string; blob: Blob }[] = [];
    const blobs = new Map<string, Blob>();
    const create = URL.createObjectURL;
    URL.createObjectURL = (blob: Blob) => {
      const url = create(blob);
      blobs.set(url, blob);
      return url;
    };
    HTMLAnchorElement.prototype.click = function click(this: HTMLAnchorElement) {
      const blob = blobs.get(this.href);
      if (blob !== undefined) saved.push({ name: this.download, blob });
    };
    Object.assign(globalThis, { savedFiles: saved });
  });
  return async (name) => {
    const base64 = await waitFor(`a file named ${name} to be saved`, () =>
      screen.page.evaluate(async (source) => {
        const { savedFiles } = globalThis as unknown as { savedFiles: { name: string; blob: Blob }[] };
        const file = savedFiles.find((one) => new RegExp(source).test(one.name));
        if (file === undefined) return null;
        const bytes = new Uint8Array(await file.blob.arrayBuffer());
        let text = '';
        for (const byte of bytes) text += String.fromCharCode(byte);
        return btoa(text);
      }, name.source),
    );
    return new Blob([Buffer.from(base64, 'base64')]);
  };
}
