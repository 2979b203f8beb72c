/** How long the object URL stays valid for the browser to read the file. */
const REVOKE_DELAY_MS = 60_000;

/** Saves a file to the user's downloads. Requires no permission. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), REVOKE_DELAY_MS);
}
