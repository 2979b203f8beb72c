/** The article read last in this tab, whose row gets the focus when the user returns to the list. */
const KEY = 'last-read';

export function keepLastRead(id: string): void {
  sessionStorage.setItem(KEY, id);
}

/** @returns its id, once; null if nothing was read since */
export function takeLastRead(): string | null {
  const id = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  return id;
}
