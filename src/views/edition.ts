import { makeFormat, type Format } from '../core/format.ts';
import { layerDictionaries, makeWords } from '../core/i18n.ts';
import { firstHaving } from '../core/lookup.ts';
import type { Document, Indicator, Measure, Model, Section } from '../core/model.ts';
import { makePaths, page, type Paths } from '../core/paths.ts';
import { originalTag, translator, type Translate, type TranslatedText } from '../core/translate.ts';
import { spoken } from '../narrative/ruby.ts';
import { english, type Dictionaries, type SiteWords, type Voice } from '../i18n/index.ts';

/** A text with the language it is in, so that foreign parts can be marked. */
export type Text = TranslatedText;

/** One language of a site: words, formats, names and addresses. */
export interface Edition extends Voice {
  readonly tag: string;
  readonly segment: string;
  /** Name of the language in itself. */
  readonly name: string;
  /** Readings over kanji: always shown, shown on request, or none. */
  readonly readings: 'shown' | 'switch' | null;
  readonly words: SiteWords;
  readonly format: Format;
  readonly translate: Translate;
  readonly paths: Paths;
  readonly model: Model;
}

/** Returns one edition a language, in menu order. `url` is where the site is published. */
export function makeEditions(model: Model, dictionaries: Dictionaries, url: string): Edition[] {
  const paths = makePaths(url, model.site.languages);
  return model.site.languages.map(({ tag, segment, name, readings }) => {
    const layers = [model.words.get(tag), dictionaries.get(tag)].filter((l) => l !== undefined);
    const words = makeWords(tag, layerDictionaries(tag, layers, english).dictionary);
    const look = translator(model, tag);
    const note = words.t('foreign.machine_mark');
    const translate: Translate = (...asked) => {
      const found = look(...asked);
      return found.state === 'machine' ? { ...found, note } : found;
    };
    const format = makeFormat(words, translate, model.units, {
      calendar: model.site.calendar,
      readings: readings === 'shown',
      amountUnit: model.amount_unit,
    });
    return {
      tag,
      segment,
      name,
      readings: readings ?? null,
      words,
      format,
      translate,
      paths,
      model,
    };
  });
}

/** A text written in the edition's own language. */
export function own(edition: Edition, text: string): Text {
  return { text, lang: edition.tag, state: 'original' };
}

/** A text as printed, in the language of the sources. */
export function asPrinted(edition: Edition, text: string): Text {
  return { text, lang: originalTag(edition.model.site), state: 'original' };
}

/** Returns whether an edition is in the language of the documents. */
export function isOriginal({ tag, model }: Edition): boolean {
  return tag === originalTag(model.site);
}

export function cityName(edition: Edition): string {
  return edition.translate('site', 'site', 'name', edition.model.site.name).text;
}

export function indicatorName(edition: Edition, indicator: Indicator): Text {
  return edition.translate('indicators', indicator.id, 'name', indicator.name);
}

export function indicatorAddress(edition: Edition, id: string): string {
  return edition.paths.page(edition.tag, page.indicator(id));
}

export function documentName(edition: Edition, document: Document): Text {
  return edition.translate('documents', document.id, 'name', document.name);
}

export function shortDocumentName(edition: Edition, document: Document): Text {
  return edition.translate('documents', document.id, 'short_name', document.short_name);
}

/** Returns the short names of the documents that printed some figures, each once, as a list. */
export function documentNames(
  edition: Edition,
  figures: readonly { readonly document_id: string }[],
): string {
  const ids = [...new Set(figures.map((f) => f.document_id))];
  return edition.format.list(
    ids.map((id) => shortDocumentName(edition, documentOf(edition, id)).text),
  );
}

/** Returns how an edition writes words in a drawing: it holds no ruby, so they stand as they are spoken. */
export function drawnOf(edition: Edition): (text: string) => string {
  return edition.readings === 'shown' ? spoken : (text) => text;
}

export function sectionName(edition: Edition, section: Section): Text {
  return edition.translate('sections', section.id, 'name', section.name);
}

/** The number as printed, or in the reader's own form where translated; null where there is none. */
export function sectionCode(edition: Edition, section: Section): Text | null {
  return section.code === null
    ? null
    : edition.translate('sections', section.id, 'code', section.code);
}

/** A section's number and name as one text: "第１章 …". */
export function headingText(edition: Edition, section: Section): Text {
  const name = sectionName(edition, section);
  const code = sectionCode(edition, section);
  if (code === null) return name;
  return {
    ...name,
    text: edition.words.t('section.heading', { code: code.text, name: name.text }),
  };
}

export function documentOf(edition: Edition, id: string): Document {
  const document = firstHaving(edition.model.documents, 'id', id);
  if (document === undefined) throw new Error(`No such document: ${id}`);
  return document;
}

/** A link to a page of the site. */
export interface Link {
  readonly text: Text;
  readonly href: string;
}

/** The page of a section; of the nearest one above it, or of its plan, where it has none. */
export function sectionAddress(edition: Edition, section: Section): string {
  const { paths, tag, model } = edition;
  if (section.has_page) return paths.page(tag, page.section(section.plan_id, section.tail));
  const above = firstHaving(model.sections, 'id', section.parent_id);
  return above === undefined
    ? paths.page(tag, page.plan(section.plan_id))
    : sectionAddress(edition, above);
}

export function measureName(edition: Edition, measure: Measure): Text {
  return edition.translate('measures', measure.measure_id, 'name', measure.name);
}

export function measureAddress({ paths, tag }: Edition, measure: Measure): string {
  return paths.page(tag, page.measure(measure.measure_id));
}
