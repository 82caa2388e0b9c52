import { periodEnd } from '../core/statistics.ts';
import type { Indicator } from '../core/model.ts';
import { firstHaving } from '../core/lookup.ts';
import type { WordKey } from '../i18n/index.ts';
import { spoken } from '../narrative/ruby.ts';
import type { Edition, Text } from './edition.ts';
import { topicGroups } from './lists.ts';

/** An indicator that can be chosen, with what the comparison must know beside its page. */
export interface CompareOption {
  readonly id: string;
  readonly label: Text;
  readonly href: string;
  /** The last year of its figures that is over. */
  readonly over: string;
}

/** What the script says, and the words of a missing figure. */
export type CompareWords = Readonly<
  Record<
    | 'choose'
    | 'same'
    | 'unknown'
    | 'loading'
    | 'network'
    | 'no_chart'
    | 'no_road'
    | 'told_apart'
    | 'table'
    | 'year'
    | 'not_printed'
    | 'not_yet'
    | 'separator',
    string
  >
>;

export interface CompareView {
  readonly groups: readonly { readonly name: string; readonly options: readonly CompareOption[] }[];
  readonly words: CompareWords;
}

/** Returns the page on which two indicators are compared: those to choose from, by topic, and its words. */
export function compareView(edition: Edition): CompareView {
  const { model, words } = edition;
  const say = (key: WordKey) =>
    edition.readings === 'shown' ? spoken(words.t(key)) : words.t(key);
  return {
    groups: topicGroups(edition).map(({ name, rows }) => ({
      name: name.text,
      options: rows.flatMap(({ id, link }) => {
        const indicator = firstHaving(model.indicators, 'id', id);
        if (indicator === undefined) return [];
        const { text: label, href } = link;
        return [{ id, label, href, over: String(lastYearOver(edition, indicator)) }];
      }),
    })),
    words: {
      choose: say('compare.one_more'),
      same: say('compare.same'),
      unknown: say('compare.unknown'),
      loading: say('compare.loading'),
      network: say('compare.network'),
      no_chart: say('compare.no_chart'),
      no_road: say('compare.no_road'),
      told_apart: say('compare.told_apart'),
      table: say('compare.table'),
      year: say('indicator.col_year'),
      not_printed: say('missing.not_printed'),
      not_yet: say('missing.not_yet'),
      separator: words.t('pair.separator'),
    },
  };
}

/** Returns the last year of an indicator's figures that is over on the day the site is for. */
export function lastYearOver({ model }: Edition, { period_type: period }: Indicator): number {
  const { as_of: today, calendar } = model.site;
  const year = Number(today.slice(0, 4));
  const isOver = (asked: number) =>
    periodEnd(asked, period === 'fiscal_year', calendar.fiscal_year_start_month) < today;
  return [year, year - 1].find(isOver) ?? year - 2;
}
