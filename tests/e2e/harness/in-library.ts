import type { Session } from './session.ts';

/** Looks into the library for an article, opens it there, and waits for words of its text. */
export async function readInLibrary(session: Session, title: RegExp, words: string): Promise<void> {
  const library = await session.screen('library.html');
  await library.click('link', title);
  const reader = await session.openedPage(/reader\.html/);
  await reader.shows(words);
  await reader.page.close();
  // The reader may have taken its place.
  if (!library.page.isClosed()) await library.page.close();
}
