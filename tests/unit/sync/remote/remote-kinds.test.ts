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

  it('has a normalised configuration', () => {
    expect(stored).toEqual({
      kind: 'webDav',
      address: 'https://cloud.example/remote.php/dav/files/ada/',
      folder: 'Offprint/library',
      user: 'ada',
      password: 'quite secret',
    });
    expect(WEB_DAV.makeConfig(stored)).toEqual(stored);
  });

  it('has a label with host and folder, but without password and user name', () => {
    expect(WEB_DAV.describe(stored)).toBe('cloud.example/Offprint/library');
    expect(WEB_DAV.address(stored)).toBe('https://cloud.example/remote.php/dav/files/ada/');
  });

  it('warns about unencrypted passwords, which are allowed only on the local network', () => {
    expect(WEB_DAV.isUnencrypted(stored)).toBe(false);
    expect(WEB_DAV.isUnencrypted(WEB_DAV.makeConfig({ ...VALUES, address: 'http://192.168.7.7:5005' }))).toBe(
      true,
    );
    expect(() => WEB_DAV.makeConfig({ ...VALUES, address: 'http://cloud.example' })).toThrow(
      expect.objectContaining({ code: 'needsHttps' }),
    );
  });

  it('rejects user names with a colon', () => {
    expect(() => WEB_DAV.makeConfig({ ...VALUES, user: 'ada:x' })).toThrow(
      expect.objectContaining({ code: 'signIn' }),
    );
  });

  it('throws for an invalid stored configuration, without a request', async () => {
    await expect(openRemote({ kind: 'webDav' })).rejects.toMatchObject({ code: 'badAddress' });
  });
});

it('throws for a kind that only a later version supports', async () => {
  await expect(openRemote({ kind: 'carrierPigeon' })).rejects.toMatchObject({ code: 'refused' });
});

it('supports folders only if the browser does', () => {
  expect(remoteKindOf({ kind: 'folder' }).isSupported()).toBe(false);
  expect(() => remoteKindOf({ kind: 'folder' }).makeConfig({})).toThrow(
    expect.objectContaining({ code: 'notFound' }),
  );
});
