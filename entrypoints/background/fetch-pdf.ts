import type { BackgroundMessages } from '../../utils/messaging/protocol.ts';
import { PDF_LIMITS } from '../../utils/pdf/pdf-limits.ts';
import { fetchOutside } from '../../utils/platform/fetch-outside.ts';
import { putAside } from '../../utils/platform/put-aside.ts';
import { explainPdf } from '../shared/pdf/explain-pdf.ts';
import { stayAwake } from './jobs/stay-awake.ts';

/** Fetches the PDF that the user asked to save, as nobody in particular. Never throws. */
export async function fetchPdf({
  url,
}: BackgroundMessages['pdf/fetch']['request']): Promise<BackgroundMessages['pdf/fetch']['response']> {
  try {
    const limits = { bytes: PDF_LIMITS.bytes, time: PDF_LIMITS.fetchTime };
    const { bytes } = await stayAwake(() => fetchOutside(url, limits));
    return { ok: true, key: await putAside(bytes) };
  } catch (error) {
    return { ok: false, message: explainPdf(error) };
  }
}
