/** A version that can't be released as it stands; the message says why. */
export class ReleaseError extends Error {
  override name = 'ReleaseError';
}

/**
 * What CHANGELOG.md tells of a version, for its release.
 *
 * @param tag `v1.2.3`
 * @param version what package.json says: the one place where it stands
 * @throws ReleaseError where the tag is of another version, or the changelog tells nothing of it or calls it unreleased
 */
export function notesOfRelease(tag: string, version: string, changelog: string): string {
  if (tag !== `v${version}`) {
    throw new ReleaseError(`the tag is ${tag}, and package.json says ${version}: it has to be v${version}`);
  }
  const sections = changelog.split(/^(?=## )/m);
  const own = sections.find((section) => section.startsWith(`## [${version}]`));
  if (/^## \[[^\]]*\] - unreleased\b/i.test(own ?? '')) {
    throw new ReleaseError(`CHANGELOG.md calls ${version} unreleased: give it its day`);
  }
  const notes = own?.slice(own.indexOf('\n')).trim() ?? '';
  if (notes === '') throw new ReleaseError(`CHANGELOG.md tells nothing under "## [${version}]"`);
  return `${notes}\n`;
}
