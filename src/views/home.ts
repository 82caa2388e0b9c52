import { withoutGroups } from '../core/groups.ts';
import { having } from '../core/lookup.ts';
import type { Verdict } from '../core/checks.ts';
import type { Plural, Sentence, Values } from '../core/i18n.ts';
import { page, type PagePath } from '../core/paths.ts';
import { leadingPromise, type PromiseState, type TargetPromise } from '../core/promise.ts';
import type { WordKey } from '../i18n/index.ts';
import { hasBudget } from './budget-cuts.ts';
import { checksView } from './checks.ts';
import {
  documentName,
  own,
  sectionAddress,
  sectionName,
  type Edition,
  type Link,
} from './edition.ts';
import { goalpostsView } from './goalposts.ts';
import {
  planRows,
  questionRows,
  situationViews,
  topicRows,
  type CountedRow,
  type QuestionRow,
  type SituationView,
} from './home-rows.ts';
import { stateCounts, type StateCount } from './lists.ts';
import { shapeOf, type StatusShape } from './status.ts';

export interface DocumentRow {
  readonly link: Link;
  readonly span: string;
  readonly note: string;
}

export interface HomeView {
  readonly lead: Sentence;
  readonly more: readonly Sentence[];
  /** How many indicators promise something: groups are counted in their parts. */
  readonly count: number;
  readonly states: readonly StateCount[];
  readonly questions: readonly QuestionRow[];
  readonly plans: readonly CountedRow[];
  readonly topics: readonly CountedRow[];
  readonly situations: readonly SituationView[];
  readonly wards: readonly Link[];
  /** Whole lists: goals, measures, budget, terms. */
  readonly lists: readonly Link[];
  readonly examples: readonly Link[];
  readonly goalposts: Sentence;
  readonly checks: {
    readonly total: number;
    readonly counts: readonly {
      readonly verdict: Verdict;
      readonly word: string;
      readonly note: string;
      readonly count: number;
      readonly tone: 'good' | 'short' | 'unknown';
    }[];
  };
  readonly documents: readonly DocumentRow[];
}

const LISTS: readonly { readonly key: WordKey; readonly path: PagePath }[] = [
  { key: 'nav.plans', path: page.plans() },
  { key: 'nav.measures', path: page.measures() },
  { key: 'nav.budget', path: page.budget() },
  { key: 'nav.goals', path: page.goals() },
  { key: 'nav.glossary', path: page.glossary() },
];

const EXAMPLES_SHOWN = 4;
const TONES = { reproduced: 'good', differs: 'short', not_computable: 'unknown' } as const;

const made = new WeakMap<Edition, HomeView>();

/**
 * Returns the home page: does the city keep its promises, in words and shapes, and the ways in. Made once a
 * language: the head of every page tells its answer.
 */
export function homeView(edition: Edition): HomeView {
  const view = made.get(edition) ?? makeHome(edition);
  made.set(edition, view);
  return view;
}

function makeHome(edition: Edition): HomeView {
  const { model, words, format, paths, tag } = edition;
  const promising = withoutGroups(model);
  const leading = promising.map((i) => leadingPromise(model.promises.get(i.id) ?? []));
  const checks = checksView(edition);
  return {
    lead: leadSentence(edition, leading),
    more: moreSentences(edition, leading),
    count: promising.length,
    states: stateCounts(edition, promising),
    questions: questionRows(edition),
    plans: planRows(edition),
    topics: topicRows(edition),
    situations: situationViews(edition),
    wards: model.sections
      .filter((section) => section.kind === 'ward' && section.has_page)
      .map((section) => ({
        text: sectionName(edition, section),
        href: sectionAddress(edition, section),
      })),
    lists: LISTS.filter(({ key }) => key !== 'nav.budget' || hasBudget(edition)).map(
      ({ key, path }) => ({ text: own(edition, words.t(key)), href: paths.page(tag, path) }),
    ),
    goalposts: goalpostsView(edition).answer,
    examples: searchExamples(model).map((entry) => {
      const text = edition.translate('glossary', entry.id, 'term', entry.term);
      return { text: own(edition, text.text), href: paths.search(tag, text.text) };
    }),
    checks: {
      total: checks.total,
      counts: checks.counts.map((c) => ({ ...c, tone: TONES[c.verdict] })),
    },
    documents: model.documents.map((document) => {
      const plans = model.plans.filter((p) => document.plans.includes(p.id));
      const plan = plans[0];
      const uses = having(model.uses, 'document_id', document.id);
      const judged = having(model.assessments, 'document_id', document.id).length;
      const indicators = new Set(uses.map((u) => u.indicator_id)).size;
      return {
        link: {
          text: documentName(edition, document),
          href:
            plan === undefined
              ? paths.page(tag, page.plans())
              : paths.page(tag, page.plan(plan.id)),
        },
        span:
          plan === undefined ? '' : format.yearSpan(plan.start_fiscal_year, plan.end_fiscal_year),
        note:
          judged > 0
            ? words.count('document.assessments', judged, { count: format.integer(judged) })
            : words.count('document.indicators', indicators, { count: format.integer(indicators) }),
      };
    }),
  };
}

function searchExamples(model: Edition['model']) {
  const asked = model.site.search_examples ?? [];
  return asked.length === 0
    ? model.glossary.slice(-EXAMPLES_SHOWN)
    : asked.flatMap((id) => model.glossary.filter((entry) => entry.id === id));
}

type Leading = readonly (TargetPromise | null)[];

/** Does the city keep its promises? Counted on the results of the target years alone. */
function leadSentence(edition: Edition, leading: Leading): Sentence {
  const { words, format } = edition;
  const judged = countOf(leading, ['reached', 'nearly', 'not_reached']);
  const values = {
    count: format.integer(leading.filter((p) => p !== null).length),
    judged: format.integer(judged),
    reached: format.integer(countOf(leading, ['reached'])),
  };
  return words.sentence(judged === 0 ? 'home.lead_none' : 'home.lead', values);
}

/** What else can be said: years that passed without a result, last figures, years still ahead. */
function moreSentences(edition: Edition, leading: Leading): Sentence[] {
  const { words, format } = edition;
  const passed = countOf(leading, ['passed_unknown']);
  const ahead = countOf(leading, ['ahead']);
  const shapes = leading.map(shapeOf);
  const shaped = (shape: StatusShape) => shapes.filter((s) => s === shape).length;
  const nothing = shaped('passed_unknown');
  const counted = (key: Plural<WordKey>, count: number, values: Values = {}): Sentence[] =>
    count === 0
      ? []
      : [words.countSentence(key, count, { count: format.integer(count), ...values })];
  return [
    ...counted('home.passed', passed),
    ...counted('home.last_figures', passed - nothing, {
      met: format.integer(shaped('passed_met')),
      short: format.integer(shaped('passed_short')),
    }),
    ...counted('home.no_result', nothing),
    ...counted('home.ahead', ahead),
    ...counted('home.in_words', countOf(leading, ['in_words'])),
  ];
}

function countOf(leading: Leading, states: readonly PromiseState[]): number {
  return leading.filter((p) => p !== null && states.includes(p.state)).length;
}
