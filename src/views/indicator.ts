import { answer } from '../core/answer.ts';
import type { Sentence } from '../core/i18n.ts';
import type { ValueParts } from '../core/format.ts';
import type { Indicator, Observation, Section } from '../core/model.ts';
import { anchor, file, page, place } from '../core/paths.ts';
import { isFigure, newestFigure, vintages, type Figure } from '../core/progress.ts';
import { leadingPromise, type TargetPromise } from '../core/promise.ts';
import { rateOf } from '../core/checks.ts';
import { chartOf, type ChartView } from './chart.ts';
import {
  asPrinted,
  cityName,
  documentName,
  documentOf,
  indicatorName,
  sectionName,
  shortDocumentName,
  type Edition,
  type Link,
  type Text,
} from './edition.ts';
import { roadOf, type RoadView } from './road.ts';
import { judgement, statusOf, type StatusView } from './status.ts';

export interface FigureView {
  readonly label: string;
  readonly parts: ValueParts | null;
  /** Words where no number is printed. */
  readonly words: Text | null;
}

export interface YearRow {
  readonly year: string;
  readonly era: string | null;
  readonly actual: string;
  readonly target: string;
  readonly documents: string;
}

/** One document's part in the life of a promise. */
export interface LifeRow {
  readonly document: Text;
  readonly start: CellView;
  readonly actual: CellView;
  readonly target: CellView;
  readonly rate: CellView;
  readonly status: StatusView;
  readonly note: string;
}

export interface CellView {
  readonly text: string;
  readonly folded: string;
  readonly lang: string | null;
}

/** One value printed more than once for the same year, or a target that moved. */
export interface RemarkView {
  readonly text: string;
}

export interface UseView {
  readonly plan: Text;
  readonly section: Link;
  readonly document: Text;
  readonly targets: readonly { readonly code: string; readonly href: string }[];
}

export interface SourceView {
  readonly label: string;
  readonly text: Text;
  readonly locator: Text;
}

export interface DownloadView {
  readonly text: string;
  readonly href: string;
  readonly path: string;
}

export interface IndicatorView {
  readonly id: string;
  readonly title: Text;
  readonly official: Text;
  readonly topics: readonly Text[];
  readonly answer: Sentence;
  readonly answer_source: string;
  readonly status: StatusView;
  readonly judgement: Sentence | null;
  readonly figures: readonly FigureView[];
  readonly road: RoadView | null;
  readonly chart: ChartView | null;
  readonly years: readonly YearRow[];
  readonly purpose: Text | null;
  readonly definition: Text | null;
  readonly caveat: Text | null;
  readonly life: readonly LifeRow[];
  readonly remarks: readonly RemarkView[];
  readonly comments: readonly { readonly document: Text; readonly text: Text }[];
  readonly checks: readonly { readonly text: string; readonly href: string }[];
  readonly uses: readonly UseView[];
  readonly direction: string;
  readonly period: string;
  readonly unit: string;
  readonly others: readonly { readonly link: Link; readonly reason: Text }[];
  readonly sources: readonly SourceView[];
  readonly as_of: string;
  readonly published: string;
  readonly downloads: readonly DownloadView[];
  readonly cite: string;
  readonly report: string | null;
  readonly terms: string;
}

/** Returns everything an indicator's page says, in the order it says it. */
export function indicatorView(edition: Edition, indicator: Indicator): IndicatorView {
  const { model, words, format } = edition;
  const observations = model.observations.filter((o) => o.indicator_id === indicator.id);
  const promises = model.promises.get(indicator.id) ?? [];
  const leading = leadingPromise(promises);
  const newest = newestFigure(observations, model.documents);
  const title = indicatorName(edition, indicator);
  const text = (field: 'definition' | 'purpose' | 'caveat'): Text | null => {
    const original = indicator[field];
    return original === null ? null : edition.translate('indicators', indicator.id, field, original);
  };
  return {
    id: indicator.id,
    title,
    official: edition.translate('indicators', indicator.id, 'official_name', indicator.official_name),
    topics: topicNames(edition, indicator),
    answer: answer(leading, newest, indicator.unit, words, format),
    answer_source: answerSource(edition, leading, newest),
    status: statusOf(edition, leading),
    judgement: judgement(edition, leading),
    figures: figuresOf(edition, indicator, leading, newest),
    road: roadOf(edition, leading),
    chart: chartOf(edition, indicator, observations, promises, leading),
    years: yearRows(edition, indicator, observations),
    purpose: text('purpose'),
    definition: text('definition'),
    caveat: text('caveat'),
    life: promises.toReversed().map((promise) => lifeRow(edition, indicator, promise)),
    remarks: remarksOf(edition, indicator, observations),
    comments: commentsOf(edition, indicator),
    checks: checksOfIndicator(edition, indicator),
    uses: usesOf(edition, indicator),
    direction: words.t(`direction.${indicator.direction}`),
    period: words.t(`period.${indicator.period_type}`),
    unit: format.unit(indicator.unit),
    others: indicator.not_the_same_as.flatMap(({ indicator: id, reason }) => {
      const other = model.indicators.find((i) => i.id === id);
      if (other === undefined) return [];
      const link = { text: indicatorName(edition, other), href: edition.paths.page(edition.tag, page.indicator(id)) };
      const why = edition.translate('not_the_same_as', `${indicator.id}.${id}`, 'reason', reason);
      return [{ link, reason: why }];
    }),
    sources: sourcesOf(edition, leading, newest),
    as_of: newest === null ? words.t('source.none') : format.longYear(newest.reference_year, newest.period_type),
    published: publishedOn(edition, newest),
    downloads: (['csv', 'json', 'svg'] as const).map((kind) => ({
      text: words.t(`download.${kind}`),
      path: file.indicator(indicator.id, kind),
      href: edition.paths.file(file.indicator(indicator.id, kind)),
    })),
    cite: words.t('cite.indicator', {
      title: title.text,
      city: cityName(edition),
      document: newest === null ? '' : documentName(edition, documentOf(edition, newest.document_id)).text,
      licence: model.site.licence.name,
      address: edition.paths.absolute(edition.paths.page(edition.tag, page.indicator(indicator.id))),
    }),
    report: reportAddress(edition, title.text),
    terms: searchTerms(edition, indicator),
  };
}

function topicNames(edition: Edition, indicator: Indicator): Text[] {
  return indicator.topics.flatMap((id) => {
    const topic = edition.model.site.topics.find((t) => t.id === id);
    return topic === undefined ? [] : [edition.translate('topics', id, 'name', topic.name)];
  });
}

/** Names the documents in the same breath: the figure's, and the target's where it is another. */
function answerSource(edition: Edition, leading: TargetPromise | null, newest: Figure | null): string {
  if (newest === null) return '';
  const { words } = edition;
  const figure = documentName(edition, documentOf(edition, newest.document_id)).text;
  if (leading === null || leading.document.id === newest.document_id) {
    return words.t('answer.source', { document: figure });
  }
  return words.t('answer.source_two', {
    document: figure,
    target_document: documentName(edition, leading.document).text,
  });
}

function figuresOf(
  edition: Edition,
  indicator: Indicator,
  leading: TargetPromise | null,
  newest: Figure | null,
): FigureView[] {
  const { words, format } = edition;
  const figure = (o: Observation, label: string): FigureView => ({
    label,
    parts: isFigure(o) ? format.valueParts(o.value, indicator.unit) : null,
    words: isFigure(o) ? null : asPrinted(edition, o.printed_value ?? ''),
  });
  const shown = leading?.result ?? newest;
  return [
    ...(shown === null
      ? []
      : [figure(shown, words.t('figure.now', { year: format.longYear(shown.reference_year, shown.period_type) }))]),
    ...(leading === null
      ? []
      : [
          figure(
            leading.target,
            words.t('figure.target', {
              year: format.year(leading.target.reference_year, leading.target.period_type),
            }),
          ),
        ]),
    ...(leading?.baseline == null
      ? []
      : [
          figure(
            leading.baseline,
            words.t('figure.start', {
              year: format.year(leading.baseline.reference_year, leading.baseline.period_type),
            }),
          ),
        ]),
  ];
}

function yearRows(edition: Edition, indicator: Indicator, observations: readonly Observation[]): YearRow[] {
  const { format, words } = edition;
  const first = observations.filter((o) => o.repeat_of === null);
  const years = [...new Set(first.map((o) => o.reference_year))].toSorted((a, b) => a - b);
  return years.map((year) => {
    const own = first.filter((o) => o.reference_year === year);
    const say = (rows: readonly Observation[]) =>
      [...new Set(rows.map((o) => valueOrWords(edition, indicator, o)))].join(' / ');
    const actuals = own.filter((o) => o.role !== 'target');
    const targets = own.filter((o) => o.role === 'target');
    const ids = [...new Set(own.map((o) => o.document_id))];
    return {
      year: String(year),
      era: format.shortEra(year),
      actual: actuals.length === 0 ? words.t('missing.not_printed') : say(actuals),
      target: targets.length === 0 ? '—' : say(targets),
      documents: format.list(ids.map((id) => shortDocumentName(edition, documentOf(edition, id)).text)),
    };
  });
}

/** Each kind of missing has its own words. */
function valueOrWords(edition: Edition, indicator: Indicator, o: Observation): string {
  if (isFigure(o)) return edition.format.value(o.value, indicator.unit);
  if (o.trend !== null) return edition.words.t(`trend.${o.trend}`);
  if (o.status === 'text') return edition.words.t('missing.text', { words: o.printed_value ?? '' });
  return edition.words.t(`missing.${o.status}`);
}

function lifeRow(edition: Edition, indicator: Indicator, promise: TargetPromise): LifeRow {
  const { words, format, model } = edition;
  const { document, baseline, target } = promise;
  const ownActual = newestFigure(
    model.observations.filter((o) => o.indicator_id === indicator.id && o.document_id === document.id && o.role === 'actual'),
    model.documents,
  );
  const cell = (o: Observation | null): CellView =>
    o === null
      ? { text: words.t('missing.none'), folded: '', lang: null }
      : {
          text: valueOrWords(edition, indicator, o),
          folded: format.year(o.reference_year, o.period_type),
          lang: null,
        };
  const assessment = model.assessments.find(
    (a) =>
      a.indicator_id === indicator.id &&
      a.document_id === document.id &&
      a.target_year === target.reference_year,
  );
  const ours = assessment === undefined ? null : rateOf(assessment, 1);
  const published = assessment?.published_rate_percent ?? null;
  const rate: CellView =
    published !== null
      ? {
          text: words.t('rate.percent', { value: format.number(published) }),
          folded: ours === null ? '' : words.t('rate.computed', { value: format.number(ours) }),
          lang: null,
        }
      : assessment?.published_mark != null
        ? { text: assessment.published_mark, folded: words.t('rate.mark'), lang: asPrinted(edition, '').lang }
        : { text: '—', folded: words.t('rate.none'), lang: null };
  return {
    document: shortDocumentName(edition, document),
    start: cell(baseline),
    actual: cell(ownActual),
    target: cell(target),
    rate,
    status: statusOf(edition, promise),
    note: words.t(`document_kind.${document.kind}`),
  };
}

/** What a careful reader must know: values that differ between documents, targets that moved. */
function remarksOf(edition: Edition, indicator: Indicator, observations: readonly Observation[]): RemarkView[] {
  const { words, format, model } = edition;
  const said = vintages(observations, model.documents).map(({ year, figures }) => ({
    text: words.t('remark.vintages', {
      year: format.year(year, indicator.period_type),
      values: format.list(
        figures.map((f) =>
          words.t('remark.vintage', {
            document: shortDocumentName(edition, documentOf(edition, f.document_id)).text,
            value: format.value(f.value, indicator.unit),
          }),
        ),
      ),
    }),
  }));
  const moved = model.goalposts.flatMap((g) =>
    g.indicator_id !== indicator.id || g.kind === 'unchanged'
      ? []
      : [
          {
            text: words.t(`goalpost.${g.kind}`, {
              from_document: shortDocumentName(edition, documentOf(edition, g.from_document_id)).text,
              to_document: shortDocumentName(edition, documentOf(edition, g.to_document_id)).text,
              from: valueOrWords(edition, indicator, g.from),
              to: valueOrWords(edition, indicator, g.to),
              from_year: format.year(g.from_year, g.from.period_type),
              to_year: format.year(g.to_year, g.to.period_type),
            }),
          },
        ],
  );
  const notes = [...new Set(observations.map((o) => o.note))].flatMap((note) => {
    const row = observations.find((o) => o.note === note);
    if (note === null || row === undefined) return [];
    return [{ text: edition.translate('observations', row.observation_id, 'note', note).text }];
  });
  return [...moved, ...said, ...notes];
}

function commentsOf(edition: Edition, indicator: Indicator): IndicatorView['comments'] {
  const { model } = edition;
  const keys = model.assessments
    .filter((a) => a.indicator_id === indicator.id)
    .map((a) => a.comment_key);
  return model.comments
    .filter((c) => keys.includes(c.comment_key))
    .map((c) => ({
      document: shortDocumentName(edition, documentOf(edition, c.document_id)),
      text: edition.translate('comments', c.comment_key, 'text', c.text),
    }));
}

function checksOfIndicator(edition: Edition, indicator: Indicator): IndicatorView['checks'] {
  const { words, format, model, paths, tag } = edition;
  const seen = new Set<string>();
  return model.checks.flatMap((check) => {
    const key = `${check.document_id}/${check.kind}/${check.published}`;
    if (check.subject_id !== indicator.id || seen.has(key)) return [];
    seen.add(key);
    const own = rateOf(check.assessment, 1);
    const text = words.t(`check.said_${check.kind}_${check.verdict}`, {
      published: check.published,
      computed: own === null ? '' : format.number(own),
    });
    return [{ text, href: anchor(paths.page(tag, page.checks()), place.check(check.check_id)) }];
  });
}

function usesOf(edition: Edition, indicator: Indicator): UseView[] {
  const { model, paths, tag } = edition;
  return model.uses
    .filter((use) => use.indicator_id === indicator.id)
    .flatMap((use) => {
      const plan = model.plans.find((p) => p.id === use.plan_id);
      const section = plan?.sections.find((s) => s.id === use.section_id);
      if (plan === undefined || section === undefined) return [];
      return [
        {
          plan: edition.translate('plans', plan.id, 'short_name', plan.short_name),
          section: {
            text: sectionName(edition, section),
            href: sectionAddress(edition, section),
          },
          document: shortDocumentName(edition, documentOf(edition, use.document_id)),
          targets: use.sdg_targets.map((code) => ({
            code,
            href: anchor(paths.page(tag, page.goals()), place.goal(Number(code.split('.')[0]))),
          })),
        },
      ];
    });
}

export function sectionAddress(edition: Edition, section: Section): string {
  const { paths, tag } = edition;
  return section.has_page
    ? paths.page(tag, page.section(section.plan_id, section.tail))
    : paths.page(tag, page.plan(section.plan_id));
}

function sourcesOf(edition: Edition, leading: TargetPromise | null, newest: Figure | null): SourceView[] {
  const { words } = edition;
  const source = (label: string, o: Observation | null): SourceView[] =>
    o === null
      ? []
      : [
          {
            label,
            text: documentName(edition, documentOf(edition, o.document_id)),
            locator: asPrinted(edition, o.locator),
          },
        ];
  return [
    ...source(words.t('source.actual'), newest),
    ...source(words.t('source.target'), leading?.target ?? null),
    ...source(words.t('source.start'), leading?.baseline ?? null),
  ];
}

function publishedOn(edition: Edition, newest: Figure | null): string {
  const document = newest === null ? null : documentOf(edition, newest.document_id);
  return document?.published == null
    ? edition.words.t('source.published_unknown')
    : edition.format.date(document.published);
}

/** A mail to the site's editors with the page filled in; null where the site has no contact. */
function reportAddress(edition: Edition, title: string): string | null {
  const { contact } = edition.model.site;
  if (contact === null) return null;
  const subject = encodeURIComponent(edition.words.t('report.subject', { title }));
  return `mailto:${contact.email}?subject=${subject}`;
}

/** Words that find the page although they do not stand on it: readings, synonyms, other languages. */
function searchTerms(edition: Edition, indicator: Indicator): string {
  const { model } = edition;
  const extra = edition.translate('indicators', indicator.id, 'synonyms', '').text;
  const names = [...model.translations.values()].flatMap((rows) =>
    rows
      .filter((r) => r.dataset === 'indicators' && r.id === indicator.id && r.field === 'name')
      .map((r) => r.text),
  );
  const readings = indicator.reading.replaceAll(' ', '');
  return [indicator.name, indicator.reading, readings, ...indicator.synonyms, extra, ...names, indicator.id]
    .join(' ')
    .normalize('NFKC');
}

/** The page's description for search engines and link previews. */
export function describe(view: IndicatorView): string {
  return view.answer.map((phrase) => phrase.map((run) => run.text).join('')).join('');
}

