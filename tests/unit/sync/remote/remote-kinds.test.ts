import { describe, expect, it } from 'vitest';
import { openRemote, remoteKindOf } from '../../../../utils/sync/remote/remote-kinds.ts';

const WEB_DAV = remoteKindOf({ kind: 'webDav' });
const VALUES = {
  address: 'cloud.example/remote.php/dav/files/ada',
  folder: '/Offprint/library/',
  user: 'ada',
  password: 'quite secret',
};

describe('a WebDAV folder', () => {
  const stored = WEB_DAV.makeConfig(VALUES);

  it('is kept as it was meant', () => {
    expect(stored).toEqual({
      kind: 'webDav',
      address: 'https://cloud.example/remote.php/dav/files/ada/',
      folder: 'Offprint/library',
      user: 'ada',
      password: 'quite secret',
    });
    expect(WEB_DAV.makeConfig(stored)).toEqual(stored);
  });

  it('is called by its host and folder, without a password or a user', () => {
    expect(WEB_DAV.describe(stored)).toBe('cloud.example/Offprint/library');
    expect(WEB_DAV.address(stored)).toBe('https://cloud.example/remote.php/dav/files/ada/');
  });

  it('warns where the password can be read on the way, which only the own network may do', () => {
    expect(WEB_DAV.isUnencrypted(stored)).toBe(false);
    expect(WEB_DAV.isUnencrypted(WEB_DAV.makeConfig({ ...VALUES, address: 'http://192.168.7.7:5005' }))).toBe(
      true,
    );
    expect(() => WEB_DAV.makeConfig({ ...VALUES, address: 'http://cloud.example' })).toThrow(
      expect.objectContaining({ code: 'needsHttps' }),
    );
  });

  it('takes no name that means another one', () => {
    expect(() => WEB_DAV.makeConfig({ ...VALUES, user: 'ada:x' })).toThrow(
      expect.objectContaining({ code: 'signIn' }),
    );
  });

  it('that was stored wrongly is an error, and asks nothing', async () => {
    await expect(openRemote({ kind: 'webDav' })).rejects.toMatchObject({ code: 'badAddress' });
  });
});

it('of a kind that a later version knew is refused in words', async () => {
  await expect(openRemote({ kind: 'carrierPigeon' })).rejects.toMatchObject({ code: 'refused' });
});

it('is offered in a folder only where the browser gives out folders', () => {
  expect(remoteKindOf({ kind: 'folder' }).isSupported()).toBe(false);
  expect(() => remoteKindOf({ kind: 'folder' }).makeConfig({})).toThrow(
    expect.objectContaining({ code: 'notFound' }),
  );
});
