import { answer } from '../core/answer.ts';
import type { Sentence } from '../core/i18n.ts';
import { partsOfGroup } from '../core/groups.ts';
import { firstHaving, having } from '../core/lookup.ts';
import type { Indicator, Use } from '../core/model.ts';
import type { GlossaryEntry } from '../core/records.ts';
import { anchor, file, page, place } from '../core/paths.ts';
import { newestFigure } from '../core/progress.ts';
import { leadingPromise, type TargetPromise } from '../core/promise.ts';
import { compareIds } from '../core/validate.ts';
import { chartOf, type ChartView } from './chart.ts';
import {
  cityName,
  documentName,
  documentOf,
  indicatorName,
  own,
  sectionAddress,
  sectionName,
  shortDocumentName,
  type Edition,
  type Link,
  type Text,
} from './edition.ts';
import {
  checksOfIndicator,
  commentsOf,
  lifeRow,
  remarksOf,
  type CommentView,
  type LifeRow,
  type RemarkView,
  type SaidCheck,
} from './life.ts';
import {
  answerSource,
  publishedOn,
  reportAddress,
  sourcesOf,
  type DownloadView,
  type SourceView,
} from './reuse.ts';
import {
  documentsOf,
  figuresOf,
  partFigure,
  yearRows,
  type FigureView,
  type YearRow,
} from './figures.ts';
import { groupOf, partOf, type GroupView, type PartOfView } from './group.ts';
import { hundredOf, type HundredView } from './hundred.ts';
import { measuresOfIndicator, type LinkedMeasure } from './measure.ts';
import { roadOf, type RoadView } from './road.ts';
import { judgement, statusOf, type StatusView } from './status.ts';
import { sticksOf, type SticksView } from './sticks.ts';

/** A section that uses the indicator, with what each document prints there. */
export interface UseView {
  readonly plan: Text;
  readonly section: Link;
  readonly mentions: readonly {
    readonly document: Text;
    readonly targets: readonly TargetLink[];
  }[];
}

export interface TargetLink {
  readonly code: string;
  readonly href: string;
}

export interface IndicatorView {
  readonly id: string;
  readonly title: Text;
  readonly official: Text;
  readonly topics: readonly Text[];
  readonly answer: Sentence;
  /** The answer line by line: a group answers for each of a few parts. */
  readonly answers: readonly Sentence[];
  readonly answer_source: string;
  readonly status: StatusView;
  readonly judgement: readonly Sentence[];
  readonly figures: readonly FigureView[];
  readonly road: RoadView | null;
  readonly hundred: HundredView | null;
  readonly chart: ChartView | null;
  readonly years: readonly YearRow[];
  /** Short names of documents in tables, with the full ones and the numbers that stand for them on paper. */
  readonly document_key: readonly {
    readonly number: string;
    readonly short: Text;
    readonly full: Text;
  }[];
  readonly purpose: Text | null;
  /** What is measured, in a sentence, and which way is better: the first thing to read. */
  readonly about: readonly Text[];
  readonly definition: Text | null;
  readonly caveat: Text | null;
  /** The first thing to be careful about, for the opening. */
  readonly care: Text | null;
  readonly life: readonly LifeRow[];
  readonly sticks: SticksView | null;
  readonly remarks: readonly RemarkView[];
  readonly comments: readonly CommentView[];
  readonly checks: readonly SaidCheck[];
  readonly uses: readonly UseView[];
  readonly targets: readonly TargetLink[];
  readonly measures: readonly LinkedMeasure[];
  readonly direction: string;
  readonly period: string;
  readonly unit: string;
  /** The figures of a group, which has none itself. */
  readonly group: GroupView | null;
  readonly part_of: PartOfView | null;
  readonly others: readonly { readonly link: Link; readonly reason: Text }[];
  readonly sources: readonly SourceView[];
  readonly as_of: string;
  readonly published: string;
  readonly downloads: readonly DownloadView[];
  readonly cite: string;
  readonly report: string | null;
}

/** Returns everything an indicator's page says, in the order it says it. */
export function indicatorView(edition: Edition, indicator: Indicator): IndicatorView {
  const { model, words, format } = edition;
  const observations = having(model.observations, 'indicator_id', indicator.id);
  const promises = model.promises.get(indicator.id) ?? [];
  const leading = leadingPromise(promises);
  const told = promises.filter((p) => !isOneOfMany(p, promises)).toReversed();
  // A group has no figures: what it brings together has.
  const parts = partsOfGroup(model, indicator.id);
  const newest = newestFigure(
    [indicator, ...parts].flatMap(({ id }) => having(model.observations, 'indicator_id', id)),
    model.documents,
  );
  const title = indicatorName(edition, indicator);
  const group = groupOf(edition, indicator);
  const text = (field: 'definition' | 'purpose' | 'caveat'): Text | null => {
    const original = indicator[field];
    return original === null
      ? null
      : edition.translate('indicators', indicator.id, field, original);
  };
  const answers = group?.answers ?? [answer(leading, newest, indicator.unit, words, format)];
  return {
    id: indicator.id,
    title,
    official: edition.translate(
      'indicators',
      indicator.id,
      'official_name',
      indicator.official_name,
    ),
    topics: topicNames(edition, indicator),
    answer: answers.flat(),
    answers,
    answer_source: answerSource(edition, leading, newest),
    status: group?.status ?? statusOf(edition, leading),
    judgement: group?.judgement ?? judgement(edition, leading),
    figures:
      group === null
        ? figuresOf(edition, indicator, leading, newest)
        : parts.map((part) => partFigure(edition, part)),
    road: roadOf(edition, leading),
    hundred: group === null ? hundredOf(edition, indicator, newest) : null,
    chart: chartOf(edition, indicator, observations, promises, leading),
    years: yearRows(edition, indicator, observations),
    document_key: documentsOf(observations)
      .map((id) => documentOf(edition, id))
      .map((d, index) => ({
        number: format.integer(index + 1),
        short: shortDocumentName(edition, d),
        full: documentName(edition, d),
      })),
    about: aboutOf(edition, indicator, text('definition')),
    purpose: text('purpose'),
    definition: text('definition'),
    caveat: text('caveat'),
    care: firstSentence(text('caveat')),
    life: told.map((promise) => lifeRow(edition, indicator, promise)),
    sticks: sticksOf(edition, indicator, told),
    remarks: remarksOf(edition, indicator, observations),
    comments: commentsOf(edition, indicator),
    checks: checksOfIndicator(edition, indicator),
    uses: usesOf(edition, indicator),
    targets: targetsOf(edition, indicator),
    measures: measuresOfIndicator(edition, indicator.id),
    direction: words.t(`direction.${indicator.direction}`),
    period: periodWords(edition, indicator),
    unit: format.unit(indicator.unit),
    group,
    part_of: partOf(edition, indicator),
    others: indicator.not_the_same_as.flatMap(({ indicator: id, reason }) => {
      const other = firstHaving(model.indicators, 'id', id);
      if (other === undefined) return [];
      const link = {
        text: indicatorName(edition, other),
        href: edition.paths.page(edition.tag, page.indicator(id)),
      };
      const why = edition.translate('not_the_same_as', `${indicator.id}.${id}`, 'reason', reason);
      return [{ link, reason: why }];
    }),
    sources:
      group === null
        ? sourcesOf(edition, leading, newest)
        : parts.flatMap((part) => partSources(edition, part)),
    as_of:
      newest === null
        ? words.t('source.none')
        : format.longYear(newest.reference_year, newest.period_type),
    published: publishedOn(edition, newest),
    downloads: (['csv', 'json', 'svg', 'png'] as const).map((kind) => ({
      text: words.t(`download.${kind}`),
      path: file.indicator(indicator.id, kind),
      href: edition.paths.file(file.indicator(indicator.id, kind)),
    })),
    cite: words.t('cite.indicator', {
      title: title.text,
      city: cityName(edition),
      document:
        newest === null ? '' : documentName(edition, documentOf(edition, newest.document_id)).text,
      licence: model.site.licence.name,
      address: edition.paths.absolute(
        edition.paths.page(edition.tag, page.indicator(indicator.id)),
      ),
    }),
    report: reportAddress(edition, title.text),
  };
}

/** Which year the figures count, with the city's own first and last month of a fiscal year. */
function periodWords(edition: Edition, indicator: Indicator): string {
  const { words, format, model } = edition;
  const first = model.site.calendar.fiscal_year_start_month;
  const type =
    indicator.period_type === 'fiscal_year' && first === 1
      ? 'calendar_year'
      : indicator.period_type;
  const said = words.t(`period.${type}`, {
    first: format.month(first),
    last: format.month(first === 1 ? 12 : first - 1),
  });
  const other = (model.promises.get(indicator.id) ?? []).find(
    ({ target }) => target.period_type !== indicator.period_type,
  );
  if (type !== 'fiscal_year' || other === undefined) return said;
  const { reference_year: year, period_type: printedAs } = other.target;
  const note = words.t('period.target_printed', { year: format.year(year, printedAs) });
  return `${said}${words.t('sentence.separator')}${note}`;
}

function topicNames(edition: Edition, indicator: Indicator): Text[] {
  return indicator.topics.flatMap((id) => {
    const topic = edition.model.site.topics.find((t) => t.id === id);
    return topic === undefined ? [] : [edition.translate('topics', id, 'name', topic.name)];
  });
}

/** A document with a target for every year is told by its last one; the chart and its table show them all. */
function isOneOfMany({ document, target }: TargetPromise, all: readonly TargetPromise[]): boolean {
  const own = all.filter((p) => p.document === document);
  return own.length > 2 && own.some((p) => p.target.reference_year > target.reference_year);
}

/** The definition's first sentence, or the glossary's of a word in the name; then which way is better. */
function aboutOf(edition: Edition, indicator: Indicator, definition: Text | null): Text[] {
  const { model, words } = edition;
  const term = model.glossary.find((entry) => indicator.official_name.includes(entry.term));
  const first = firstSentence(definition) ?? (term === undefined ? null : meaningOf(edition, term));
  return [
    ...(first === null ? [] : [first]),
    ...(indicator.direction === 'decrease'
      ? [own(edition, words.t('judgement.less_is_better'))]
      : []),
  ];
}

/** What a word of the name means: not yet what the document counted, so the word is named. */
function meaningOf(edition: Edition, { id, term, explanation }: GlossaryEntry): Text | null {
  const general = firstSentence(edition.translate('glossary', id, 'explanation', explanation));
  const word = edition.translate('glossary', id, 'term', term).text;
  return general === null
    ? null
    : { ...general, text: edition.words.t('indicator.word_means', { word, text: general.text }) };
}

function firstSentence(text: Text | null): Text | null {
  const first = text === null ? undefined : /^.+?(?:。|[.!?](?=\s|$))/u.exec(text.text)?.[0];
  return text === null || first === undefined ? text : { ...text, text: first };
}

function usesOf(edition: Edition, indicator: Indicator): UseView[] {
  const { model } = edition;
  const ids = [indicator.id, ...partsOfGroup(model, indicator.id).map(({ id }) => id)];
  const uses = ids.flatMap((id) => having(model.uses, 'indicator_id', id));
  return [...Map.groupBy(uses, (use) => use.section_id)].flatMap(([id, own]) => {
    const section = firstHaving(model.sections, 'id', id);
    const plan = firstHaving(model.plans, 'id', section?.plan_id);
    if (plan === undefined || section === undefined) return [];
    return [
      {
        plan: edition.translate('plans', plan.id, 'short_name', plan.short_name),
        section: { text: sectionName(edition, section), href: sectionAddress(edition, section) },
        mentions: onceEach(own).map((use) => ({
          document: shortDocumentName(edition, documentOf(edition, use.document_id)),
          targets: use.sdg_targets.map((code) => targetLink(edition, code)),
        })),
      },
    ];
  });
}

/** Uses that say the same of a section: the rows of one group in one table. */
function onceEach(uses: readonly Use[]): Use[] {
  const said = (use: Use) => `${use.document_id} ${use.sdg_targets.join(' ')}`;
  return [...new Map(uses.map((use) => [said(use), use])).values()];
}

/** Where a part's newest figure and its target are printed. */
function partSources(edition: Edition, part: Indicator): SourceView[] {
  const { model } = edition;
  const leading = leadingPromise(model.promises.get(part.id) ?? []);
  const own = having(model.observations, 'indicator_id', part.id);
  return sourcesOf(edition, leading, newestFigure(own, model.documents));
}

function targetLink(edition: Edition, code: string): TargetLink {
  const goal = Number(code.split('.')[0]);
  return { code, href: anchor(edition.paths.page(edition.tag, page.goals()), place.goal(goal)) };
}

/** Every SDG target that some document attaches to the indicator, once, in the goals' order. */
function targetsOf(edition: Edition, indicator: Indicator): TargetLink[] {
  const uses = having(edition.model.uses, 'indicator_id', indicator.id);
  const codes = [...new Set(uses.flatMap((use) => use.sdg_targets))].toSorted(compareIds);
  return codes.map((code) => targetLink(edition, code));
}

/** The page's description for search engines and link previews. */
export function describe(view: IndicatorView): string {
  return view.answer.map((phrase) => phrase.map((run) => run.text).join('')).join('');
}
