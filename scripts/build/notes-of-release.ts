/** A version that can't be released yet; the message gives the reason. */
export class ReleaseError extends Error {
  override name = 'ReleaseError';
}

/**
 * Extracts the notes of a version from CHANGELOG.md.
 *
 * @param tag `v1.2.3`
 * @param version the version in package.json
 * @throws ReleaseError if the tag is of another version, or the changelog does not describe it or marks it as
 *   unreleased
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
