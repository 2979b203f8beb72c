import type { SaveOutcome } from '../../../utils/messaging/protocol.ts';
import type { Session, Tab } from './session.ts';

/** Saves at once what a tab shows, over what is saved of it, without waiting for it to be read. */
export async function saveNow(session: Session, tab: Tab): Promise<SaveOutcome> {
  const message = { offprint: 'background', type: 'article/save', data: { tabId: tab.id } };
  const reply = await session.extension.call<{ value: SaveOutcome }>('runtime.sendMessage', message);
  return reply.value;
}

/** What the reader shows of a saved article: its words, and how many pictures it has. */
export async function readSaved(session: Session, outcome: SaveOutcome): Promise<string> {
  if (!outcome.ok) throw new Error(`not saved: ${outcome.code}`);
  const reader = await session.screen(`reader.html?id=${outcome.articleId}`);
  await reader.page.waitForSelector('article');
  const text = (await reader.shows(outcome.title)).replace(/\s+/g, ' ');
  await reader.page.close();
  return text;
}
