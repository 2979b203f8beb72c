import type { BlockModel } from './read-blocks.ts';
import type { Metadata } from './read-metadata.ts';

/** What sites print where they end a free beginning. */
const WALL =
  /\b(?:to (?:continue|keep) reading|continue reading (?:with|for|by)|(?:subscribe|sign (?:in|up)|register|log ?in) (?:now )?to (?:continue|read|unlock|view|access)|already (?:a )?(?:subscriber|member|subscribed)|this (?:article|story|content|post) is (?:only )?(?:for|available (?:only )?(?:to|for)|reserved for|exclusive) ?(?:paid |paying |our )?(?:subscribers|members)|for (?:paid|paying) subscribers|subscribers? only|unlock (?:this|the full) (?:article|story)|read the (?:full|rest of the) (?:article|story) (?:with|by)|um weiterzulesen|weiterlesen mit|jetzt (?:weiterlesen|freischalten|abonnieren)|mit .{2,20}\+? (?:lesen|weiterlesen)|pour lire la suite|réservé (?:à nos|aux) abonnés|il vous reste .{1,12}% de cet article|para (?:seguir|continuar) leyendo|contenido exclusivo|solo para suscriptores|per continuare a leggere|riservato agli abbonati|dalsza część artykułu|pozostało .{1,10}% (?:artykułu|treści)|para continuar lendo|exclusivo para assinantes|lees verder met)/i;
/** Longer texts were shown whole; walls on them are promotions. */
const SHORT_TEXT = 3500;
/** The data state more words than the page shows. */
const CLEARLY_FEWER = 0.6;

/**
 * Whether the page shows only the beginning: the publisher says the text is paid and far more of it is stated than
 * shown, or a wall follows a short text.
 *
 * @param text the article's text
 * @param words its words
 */
export function isPreview(metadata: Metadata, model: BlockModel, text: string, words: number): boolean {
  const { structured } = metadata;
  if (structured !== null) {
    const stated = structured.wordCount ?? 0;
    if (stated > 100 && words < stated * CLEARLY_FEWER && (structured.isPaid || text.length < SHORT_TEXT))
      return true;
    if (structured.isPaid && text.length < 1500) return true;
  }
  if (text.length > SHORT_TEXT) return false;
  return model.blocks.some((block) => block.text.length < 240 && !block.box.hidden && WALL.test(block.text));
}
