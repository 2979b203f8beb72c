/** How far the window can be scrolled until the body's last line is in view, in px. */
export function scrollLimit(body: HTMLElement): number {
  const { top, height } = body.getBoundingClientRect();
  return top + window.scrollY + height - window.innerHeight;
}

/** How far the window is scrolled in the body, 0–1; one that fits into the window is read when the user has stayed with it. */
export function measureProgress(body: HTMLElement, hasStayed: boolean): number {
  const limit = scrollLimit(body);
  if (limit <= 0) return hasStayed ? 1 : 0;
  return Math.min(1, Math.max(0, window.scrollY / limit));
}
