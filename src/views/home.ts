import { withoutGroups } from '../core/groups.ts';
import { having } from '../core/lookup.ts';
import type { Verdict } from '../core/checks.ts';
import type { Plural, Sentence, Values } from '../core/i18n.ts';
import { anchor, page } from '../core/paths.ts';
import { leadingPromise, type PromiseState, type TargetPromise } from '../core/promise.ts';
import type { WordKey } from '../i18n/index.ts';
import { checksView } from './checks.ts';
import { documentName, own, type Edition, type Link } from './edition.ts';
import {
  indicatorRow,
  stateCounts,
  topicGroups,
  type IndicatorRow,
  type StateCount,
} from './lists.ts';
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
  readonly rows: readonly IndicatorRow[];
  readonly topics: readonly Link[];
  readonly examples: readonly Link[];
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

const ROWS_SHOWN = 6;
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
    rows: oneOfEachTopic(edition),
    topics: topicGroups(edition).map((group) => ({
      text: group.name,
      href: anchor(paths.page(tag, page.indicators()), group.id),
    })),
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

/** The first indicator of each topic: a varied sample in the site's own order. */
function oneOfEachTopic(edition: Edition): IndicatorRow[] {
  const { model } = edition;
  const firsts = model.site.topics.flatMap((topic) =>
    withoutGroups(model)
      .filter((i) => i.topics[0] === topic.id)
      .slice(0, 1),
  );
  return firsts.slice(0, ROWS_SHOWN).map((i) => indicatorRow(edition, i));
}

type Leading = readonly (TargetPromise | null)[];

/** Does the city keep its promises? Counted on the results of the target years alone. */
function leadSentence(edition: Edition, leading: Leading): Sentence {
  const { words, format } = edition;
  const judged = countOf(leading, ['reached', 'nearly', 'not_reached']);
  const values = {
    count: format.integer(leading.length),
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
  ];
}

function countOf(leading: Leading, states: readonly PromiseState[]): number {
  return leading.filter((p) => p !== null && states.includes(p.state)).length;
}
