/** How long the file's address is kept for the browser to read, in ms. */
const RELEASE_MS = 60_000;

/** Puts a file where the user's browser puts downloads; needs no permission. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), RELEASE_MS);
}
