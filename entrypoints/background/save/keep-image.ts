import type { Fetched } from '../../../utils/fetching/fetch-limited.ts';
import { imageTypeOf, SVG } from '../../../utils/fetching/image-type.ts';
import type { DigestTask } from '../../../utils/library/articles/digest-page.ts';
import { doWithDom } from '../../../utils/platform/parse-page.ts';
import { digestHere } from './digest-here.ts';

/** What is kept of a picture that another device sent: of a drawing no more than of one that a site sent. */
export async function cleanPicture(picture: Blob): Promise<Blob | null> {
  if (!/^image\/svg/i.test(picture.type)) return picture;
  return imageOf({ bytes: new Uint8Array(await picture.arrayBuffer()), contentType: picture.type });
}

/** What is kept of what a site sent for a picture: under its own type, drawings sanitised; null where it is none. */
export async function imageOf({ bytes, contentType }: Omit<Fetched, 'url'>): Promise<Blob | null> {
  const type = imageTypeOf(contentType, bytes);
  if (type === null) return null;
  if (type !== SVG) return new Blob([bytes], { type });
  const task: DigestTask = { kind: 'svg', svg: new TextDecoder().decode(bytes) };
  const clean = (await doWithDom(task, digestHere)) as string | null;
  return clean === null ? null : new Blob([clean], { type });
}
