/** The article that was read last in this tab: the list it was opened from gives its row the focus again. */
const KEY = 'last-read';

export function keepLastRead(id: string): void {
  sessionStorage.setItem(KEY, id);
}

/** @returns its id, once; null where nothing was read since */
export function takeLastRead(): string | null {
  const id = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  return id;
}
