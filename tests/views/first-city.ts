import { buildModel, type Model } from '../../src/core/model.ts';
import { readContent, type Content } from '../../src/core/content.ts';
import { readContentFiles } from '../../src/io/read-content.ts';
import { readDictionaries } from '../../src/io/read-dictionaries.ts';
import { makeEditions, type Edition } from '../../src/views/edition.ts';

/** The content of the city in content/. */
function wholeCity(): Content {
  const { content } = readContent(readContentFiles(process.cwd()));
  if (content === null) throw new Error('content/ cannot be read');
  return content;
}

const PLAN = 'sdgs-2022';

/**
 * The model of the city as far as one plan and its two documents go: what a test says of them stays true
 * when the city publishes more.
 */
export function firstCity(): Model {
  const whole = wholeCity();
  const documents = whole.documents.filter(({ value }) => value.plans.includes(PLAN));
  const used = new Set(documents.flatMap((d) => d.tables.uses.map((use) => use.indicator_id)));
  const kept = new Set(documents.map(({ id }) => id));
  return buildModel({
    ...whole,
    documents,
    plans: whole.plans.filter(({ id }) => id === PLAN),
    indicators: whole.indicators.filter(({ id }) => used.has(id)),
    facts: whole.facts.filter((fact) => kept.has(fact.document_id)),
    narrative: whole.narrative.filter(({ plan }) => plan === PLAN),
  });
}

/** The model of the whole city in content/. */
export function fullCity(): Model {
  return buildModel(wholeCity());
}

/** One edition of a city: of one plan, or of the whole. */
export function edition(tag: string, model = firstCity()): Edition {
  const found = makeEditions(model, readDictionaries(), model.site.url).find((e) => e.tag === tag);
  if (found === undefined) throw new Error(`no edition ${tag}`);
  return found;
}
