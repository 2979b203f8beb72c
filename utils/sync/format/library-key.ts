/**
 * The key of a library: an age identity (X25519), from which all other keys are derived. The public key is also kept
 * secret, and never written anywhere. It is needed to create files that can be decrypted, so a server can't forge any.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { UnreadableFileError, WrongPassphraseError } from './sync-errors.ts';

/** Prefix of the input to SHA-256 from which the key for names is derived. */
const NAME_KEY_PREFIX = 'offprint sync names 1\n';

/** Number of hexadecimal digits in a name, which is 120 bits. */
const NAME_DIGITS = 30;

/**
 * Base-2 logarithm of scrypt's work factor, the same as in the `age` command. Takes 256 MB and about a second in a
 * browser, once per device.
 */
const WORK_FACTOR = 18;

/** What a name is computed from: records have names by the item's identity, files by their content. */
type HashedKind = 'article' | 'record' | 'text' | 'picture';

export class LibraryKey {
  /** `AGE-SECRET-KEY-1…` */
  readonly identity: string;
  readonly #recipient: string;
  readonly #nameKey: Uint8Array;

  private constructor(identity: string, recipient: string) {
    this.identity = identity;
    this.#recipient = recipient;
    this.#nameKey = sha256(utf8ToBytes(NAME_KEY_PREFIX + identity));
  }

  /** Creates a key from its identity. @throws Error if it is not an age identity */
  static async fromIdentity(identity: string): Promise<LibraryKey> {
    return new LibraryKey(identity, await identityToRecipient(identity));
  }

  /** Generates a random key. */
  static async generate(): Promise<LibraryKey> {
    return LibraryKey.fromIdentity(await generateX25519Identity());
  }

  /** Computes a name: a keyed hash (HMAC-SHA-256) that is the same on all devices, and reveals nothing without the key. */
  computeName(kind: HashedKind, content: string | Uint8Array): string {
    const bytes = typeof content === 'string' ? utf8ToBytes(content) : content;
    return bytesToHex(hmac(sha256, this.#nameKey, concatBytes(utf8ToBytes(`${kind}\n`), bytes))).slice(
      0,
      NAME_DIGITS,
    );
  }

  /** Encrypts bytes as an age file. */
  async seal(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
    const encrypter = new Encrypter();
    encrypter.addRecipient(this.#recipient);
    return new Uint8Array(await encrypter.encrypt(bytes));
  }

  /**
   * Decrypts an age file.
   *
   * @param name the file's name, for the error message
   * @throws UnreadableFileError if the file is truncated, damaged, or encrypted with another key
   */
  async open(bytes: Uint8Array, name: string): Promise<Uint8Array<ArrayBuffer>> {
    try {
      const decrypter = new Decrypter();
      decrypter.addIdentity(this.identity);
      return new Uint8Array(await decrypter.decrypt(bytes));
    } catch (error) {
      throw new UnreadableFileError(name, { cause: error });
    }
  }

  /**
   * Encrypts the key itself with a passphrase, as an age file that `age -d` can decrypt.
   *
   * @param workFactor base-2 logarithm of scrypt's work factor; lower in tests
   */
  async sealWithPassphrase(passphrase: string, workFactor = WORK_FACTOR): Promise<Uint8Array<ArrayBuffer>> {
    const encrypter = new Encrypter();
    encrypter.setPassphrase(passphrase.normalize('NFC'));
    encrypter.setScryptWorkFactor(workFactor);
    return new Uint8Array(await encrypter.encrypt(`${this.identity}\n`));
  }

  /** Decrypts a key. @throws WrongPassphraseError also if the file is damaged, which can't be distinguished */
  static async unsealWithPassphrase(sealed: Uint8Array, passphrase: string): Promise<LibraryKey> {
    try {
      const decrypter = new Decrypter();
      decrypter.addPassphrase(passphrase.normalize('NFC'));
      const identity = (await decrypter.decrypt(sealed, 'text')).trim();
      return await LibraryKey.fromIdentity(identity);
    } catch (error) {
      throw new WrongPassphraseError({ cause: error });
    }
  }
}
