/** How long the object URL stays valid for the browser to read the file. */
const RELEASE_MS = 60_000;

/** Saves a file to the user's downloads; needs no permission. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), RELEASE_MS);
}
