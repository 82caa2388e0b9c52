import { answer } from '../core/answer.ts';
import { toNumber } from '../core/decimal.ts';
import type { Sentence } from '../core/i18n.ts';
import { withoutGroups } from '../core/groups.ts';
import { firstHaving, having } from '../core/lookup.ts';
import type { Assessment, Indicator, Plan } from '../core/model.ts';
import { anchor, page } from '../core/paths.ts';
import { pageOfPointer, parsePointer, type Pointer, type PointerPage } from '../core/pointers.ts';
import { newestFigure, type Figure } from '../core/progress.ts';
import { leadingPromise, type TargetPromise } from '../core/promise.ts';
import type { WordKey } from '../i18n/index.ts';
import { budgetView } from './budget-cuts.ts';
import { courseOf, type CourseView } from './course.ts';
import {
  indicatorAddress,
  indicatorName,
  own,
  sectionAddress,
  sectionName,
  type Edition,
  type Link,
  type Text,
} from './edition.ts';
import { planIndicators, planStates, stateCounts, type StateCount } from './lists.ts';
import { roadOf, type RoadView } from './road.ts';
import { movedSentence, statusOf, type StatusView } from './status.ts';

/** A question of citizens with its answer from the newest figure. */
export interface QuestionRow {
  readonly id: string;
  readonly label: Text;
  readonly text: Text;
  readonly href: string;
  /** One or two sentences: the answer, and how far the figure has moved. */
  readonly answer: readonly Sentence[];
  readonly status: StatusView | null;
  readonly road: RoadView | null;
  readonly course: CourseView | null;
  /** What an answer consists of, each with its amount. */
  readonly parts: readonly { readonly amount: string; readonly name: Text }[];
}

/** Promises of a plan or a theme: counted in shapes and words, beside what the city itself says. */
export interface CountedRow {
  readonly link: Link;
  readonly span: string;
  readonly states: readonly StateCount[];
  readonly said: string;
  /** The city's own marks or rates; null for themes, which no document counts. */
  readonly city: string | null;
}

/** A situation of life with the pages that matter in it. */
export interface SituationView {
  readonly id: string;
  readonly name: Text;
  readonly links: readonly Link[];
}

/** Returns the questions citizens ask first, each answered from the newest figure. */
export function questionRows(edition: Edition): QuestionRow[] {
  return (edition.model.site.questions ?? []).flatMap(({ id, label, text, about }) => {
    const pointer = parsePointer(about);
    const link = pointer === null ? null : linkOf(edition, pointer);
    if (pointer === null || link === null) return [];
    return [
      {
        id,
        label: edition.translate('questions', id, 'label', label),
        text: edition.translate('questions', id, 'text', text),
        href: link.href,
        ...answerOf(edition, pointer),
      },
    ];
  });
}

const UNANSWERED = { answer: [], status: null, road: null, course: null, parts: [] } as const;

function answerOf(
  edition: Edition,
  pointer: Pointer,
): Omit<QuestionRow, 'id' | 'label' | 'text' | 'href'> {
  const { model, words, format } = edition;
  if (pageOfPointer(pointer) === 'budget') return { ...UNANSWERED, ...budgetAnswer(edition) };
  const indicator =
    pointer.kind === 'indicator' ? firstHaving(model.indicators, 'id', pointer.id) : undefined;
  if (indicator === undefined) return UNANSWERED;
  const leading = leadingPromise(model.promises.get(indicator.id) ?? []);
  const newest = newestFigure(
    having(model.observations, 'indicator_id', indicator.id),
    model.documents,
  );
  return {
    answer: [
      ...(leading === null ? [] : movedSentence(edition, leading)),
      answer(leading, newest, indicator.unit, words, format),
      ...(leading?.result?.reference_year === newest?.reference_year && isOld(edition, newest)
        ? [words.sentence('home.old_figure')]
        : []),
    ],
    status: statusOf(edition, leading),
    road: roadOf(edition, leading),
    course: courseOf(edition, indicator, leading),
    parts: [],
  };
}

/** Years after which an answer says that nothing newer is printed. */
const OLD = 5;

/** A figure so old that a reader would take it for today's. */
function isOld({ model }: Edition, figure: Figure | null): boolean {
  return figure !== null && Number(model.site.as_of.slice(0, 4)) - figure.reference_year >= OLD;
}

/** The newest budget's first cut, each heading with its amount. */
function budgetAnswer(edition: Edition): Pick<QuestionRow, 'answer' | 'parts'> {
  const { words, format } = edition;
  const { year, cuts, answer: whole } = budgetView(edition);
  const [first] = cuts;
  if (first === undefined) return { answer: [whole], parts: [] };
  const count = first.rows.length;
  return {
    answer: [
      words.countSentence('home.budget_answer', count, { year, count: format.integer(count) }),
    ],
    parts: first.rows.map(({ name, amount }) => ({ name, amount })),
  };
}

/** Returns every plan with its promises by state, beside the city's own count. */
export function planRows(edition: Edition): CountedRow[] {
  const { model, format, paths, tag } = edition;
  return model.plans.map((plan) => ({
    link: {
      text: edition.translate('plans', plan.id, 'short_name', plan.short_name),
      href: paths.page(tag, page.plan(plan.id)),
    },
    span: format.yearSpan(plan.start_fiscal_year, plan.end_fiscal_year),
    states: planStates(edition, plan),
    said: saidOf(
      edition,
      planIndicators(edition, plan).map((i) =>
        leadingPromise(
          (model.promises.get(i.id) ?? []).filter((p) => p.target.plan_id === plan.id),
        ),
      ),
    ),
    city: cityCount(edition, plan),
  }));
}

/** Returns every theme with its promises by state. */
export function topicRows(edition: Edition): CountedRow[] {
  const { model, paths, tag } = edition;
  return model.site.topics.flatMap((topic) => {
    const indicators = withoutGroups(model).filter((i) => i.topics[0] === topic.id);
    if (indicators.length === 0) return [];
    return [
      {
        link: {
          text: edition.translate('topics', topic.id, 'name', topic.name),
          href: anchor(paths.page(tag, page.indicators()), topic.id),
        },
        span: '',
        states: stateCounts(edition, indicators),
        said: saidOf(
          edition,
          indicators.map((i) => leadingPromise(model.promises.get(i.id) ?? [])),
        ),
        city: null,
      },
    ];
  });
}

const JUDGED = ['reached', 'nearly', 'not_reached'];

function saidOf({ words, format }: Edition, leading: readonly (TargetPromise | null)[]): string {
  const promised = leading.filter((p) => p !== null);
  const judged = promised.filter((p) => JUDGED.includes(p.state));
  const reached = judged.filter((p) => p.state === 'reached');
  const nearly = judged.filter((p) => p.state === 'nearly');
  const key =
    promised.length === 0
      ? 'home.said_nothing'
      : judged.length === 0
        ? 'home.said_unknown'
        : nearly.length === 0
          ? 'home.said'
          : 'home.said_nearly';
  return words.t(key, {
    count: format.integer(promised.length),
    judged: format.integer(judged.length),
    reached: format.integer(reached.length),
    nearly: format.integer(nearly.length),
  });
}

const HUNDRED = 100;

/** The city's own verdicts on a plan, counted as its documents print them. */
function cityCount(edition: Edition, plan: Plan): string {
  const { model, words, format } = edition;
  const documents = new Set(
    model.documents.filter((d) => d.plans.includes(plan.id)).map(({ id }) => id),
  );
  const judged = model.assessments.filter((a) => documents.has(a.document_id));
  const marks = Map.groupBy(
    judged.filter((a) => a.published_mark !== null),
    (a) => a.published_mark ?? '',
  );
  const rates = judged.flatMap((a) => a.published_rate_percent ?? []).map(toNumber);
  const met = rates.filter((rate) => rate >= HUNDRED).length;
  const said = [
    ...(rates.length === 0
      ? []
      : [
          words.t('home.city_rates', {
            met: format.integer(met),
            below: format.integer(rates.length - met),
          }),
        ]),
    ...(marks.size === 0
      ? []
      : [words.t('home.city_marks', { marks: format.list(markCounts(edition, marks)) })]),
  ];
  return said.length === 0 ? words.t('home.city_none') : said.join(words.t('list.separator'));
}

const MEANINGS = ['reached', 'nearly', 'not_reached'];

/** Marks with what their document says they mean come first, the best first. */
function markCounts(
  { model, words, format }: Edition,
  marks: ReadonlyMap<string, readonly Assessment[]>,
): string[] {
  const rank = (mark: string, own: readonly Assessment[]) => {
    const document = firstHaving(model.documents, 'id', own[0]?.document_id);
    const at = MEANINGS.indexOf(document?.marks[mark] ?? '');
    return at < 0 ? MEANINGS.length : at;
  };
  return [...marks]
    .toSorted(([a, x], [b, y]) => rank(a, x) - rank(b, y) || y.length - x.length)
    .map(([mark, own]) => words.t('home.city_mark', { mark, count: format.integer(own.length) }));
}

/** Returns the situations of life with links to what matters in them. */
export function situationViews(edition: Edition): SituationView[] {
  return (edition.model.site.situations ?? []).map(({ id, name, links }) => ({
    id,
    name: edition.translate('situations', id, 'name', name),
    links: links.flatMap((text) => {
      const pointer = parsePointer(text);
      return pointer === null ? [] : (linkOf(edition, pointer) ?? []);
    }),
  }));
}

const PAGE_WORDS: Readonly<Record<PointerPage, WordKey>> = {
  budget: 'nav.budget',
  measures: 'nav.measures',
  goals: 'nav.goals',
  goalposts: 'nav.goalposts',
  checks: 'nav.checks',
  glossary: 'nav.glossary',
};

/** Returns the page that content points at, by its name; null where it is not there. */
function linkOf(edition: Edition, pointer: Pointer): Link | null {
  const { model, paths, tag, words } = edition;
  const { kind, id } = pointer;
  const named = pageOfPointer(pointer);
  if (named !== null)
    return { text: own(edition, words.t(PAGE_WORDS[named])), href: paths.page(tag, page[named]()) };
  if (kind === 'indicator') {
    const indicator = firstHaving<Indicator, 'id'>(model.indicators, 'id', id);
    return indicator === undefined
      ? null
      : { text: indicatorName(edition, indicator), href: indicatorAddress(edition, id) };
  }
  if (kind === 'section') {
    const section = firstHaving(model.sections, 'id', id);
    return section === undefined
      ? null
      : { text: sectionName(edition, section), href: sectionAddress(edition, section) };
  }
  if (kind === 'topic') {
    const topic = firstHaving(model.site.topics, 'id', id);
    return topic === undefined
      ? null
      : {
          text: edition.translate('topics', id, 'name', topic.name),
          href: anchor(paths.page(tag, page.indicators()), id),
        };
  }
  const measure = firstHaving(model.measures, 'measure_id', id);
  return measure === undefined
    ? null
    : {
        text: edition.translate('measures', id, 'name', measure.name),
        href: paths.page(tag, page.measure(id)),
      };
}
