import { existsSync, readFileSync } from 'node:fs';
import { cityFolder } from '../src/io/city.ts';
import { readContentFiles } from '../src/io/read-content.ts';
import { writeTextFile } from '../src/io/write-content.ts';
import { decodeText } from '../src/core/decode.ts';
import { makeFingerprint } from '../src/narrative/fingerprint.ts';

/**
 * npm run fingerprint -- <document id> <text file>…: writes what the check needs to find sentences copied
 * from a document. The text itself stays where it is; it cannot be read back from the fingerprint.
 */
const [id = '', ...files] = process.argv.slice(2);
const city = cityFolder();
const known = readContentFiles(city).has(`content/documents/${id}/document.json`);
const missing = files.filter((file) => !existsSync(file));

if (id === '' || files.length === 0 || !known || missing.length > 0) {
  process.stderr.write(
    [
      known || id === ''
        ? null
        : `文書「${id}」は content/documents にありません。 / There is no document “${id}” in content/documents.`,
      ...missing.map((file) => `${file} がありません。 / There is no ${file}.`),
      '使いかた / Usage: npm run fingerprint -- <document id> <text file>…',
      '',
    ]
      .filter((line) => line !== null)
      .join('\n'),
  );
  process.exitCode = 1;
} else {
  const texts = files.map((file) => decodeText(file, readFileSync(file)).text ?? '');
  writeTextFile(city, `content/documents/${id}/fingerprint.txt`, makeFingerprint(texts.join('\n')));
  process.stdout.write(`content/documents/${id}/fingerprint.txt\n`);
}
