import { buildModel, type Model } from '../../src/core/model.ts';
import { readContent } from '../../src/core/content.ts';
import { readContentFiles } from '../../src/io/read-content.ts';
import { readDictionaries } from '../../src/io/read-dictionaries.ts';
import { makeEditions, type Edition } from '../../src/views/edition.ts';

/** The model of the city in content/. */
export function firstCity(): Model {
  const { content } = readContent(readContentFiles(process.cwd()));
  if (content === null) throw new Error('content/ cannot be read');
  return buildModel(content);
}

/** One edition of the city in content/. */
export function edition(tag: string): Edition {
  const model = firstCity();
  const found = makeEditions(model, readDictionaries(), model.site.url).find((e) => e.tag === tag);
  if (found === undefined) throw new Error(`no edition ${tag}`);
  return found;
}
