import { expect, it } from 'vitest';
import { NoteInWriting } from '../../../entrypoints/popup/note-in-writing.ts';

it('is left to be handed on until the library has it, whatever is written meanwhile', async () => {
  const writes: PromiseWithResolvers<void>[] = [];
  const note = new NoteInWriting(() => {
    const write = Promise.withResolvers<void>();
    writes.push(write);
    return write.promise;
  });
  note.take('Ask');
  const first = note.keep();
  expect(note.left).toBe('Ask');
  note.take('Ask the pilot');
  writes[0]?.resolve();
  await first;
  expect(note.left).toBe('Ask the pilot');
  const second = note.keep();
  writes[1]?.resolve();
  await second;
  expect(note.left).toBeNull();
});

it('is left where it could not be written', async () => {
  const note = new NoteInWriting(() => Promise.reject(new Error('disk full')));
  note.take('Ask the pilot');
  await expect(note.keep()).rejects.toThrow('disk full');
  expect(note.left).toBe('Ask the pilot');
});
