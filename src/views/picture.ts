import type { Sentence } from '../core/i18n.ts';
import { plainText } from '../core/i18n.ts';
import { spoken, withoutReadings } from '../narrative/ruby.ts';
import type { ChartView } from './chart.ts';
import { cityName, type Edition } from './edition.ts';
import type { FigureView } from './figures.ts';
import { homeView } from './home.ts';
import type { IndicatorView } from './indicator.ts';
import type { RoadView } from './road.ts';
import type { StatusView } from './status.ts';

/** The picture of a shared link in pixels: the size that messengers and networks show whole. */
export const SHARE_SIZE = { width: 1200, height: 630 } as const;

/** What every picture of a site says of itself. */
interface Signed {
  readonly language: string;
  /** The city and what the site is. */
  readonly tagline: string;
  /** Who made the site: the city or somebody else. */
  readonly note: string;
  /** The city's own colour; null takes the built-in one. */
  readonly brand: string | null;
}

export type PictureState = Pick<StatusView, 'shape' | 'word' | 'detail' | 'tone'>;

export interface PictureFigure {
  readonly label: string;
  readonly before: string;
  readonly number: string;
  readonly after: string;
}

/** The picture a link to a page is shown with. All texts are plain: a drawing holds no ruby. */
export interface SharePicture extends Signed {
  readonly title: string;
  readonly sentence: Sentence;
  readonly status: PictureState | null;
  readonly figure: PictureFigure | null;
  readonly road: RoadView | null;
  /** Drawn where there is no road. */
  readonly chart: ChartView['input'] | null;
  /** How many promises stand in each state; of the site's own picture. */
  readonly tally: readonly (PictureState & { readonly count: string })[];
  readonly source: string;
}

/** An indicator's chart as a file that stands alone. */
export interface ChartPicture extends Signed {
  readonly title: string;
  readonly source: string;
  readonly legend: ChartView['legend'];
  readonly input: ChartView['input'];
  readonly licence: string;
}

/** Returns how a text stands where no ruby can: as it is spoken, or as it is written. */
function flat(edition: Edition): (text: string) => string {
  return edition.readings === 'shown' ? spoken : withoutReadings;
}

function signed(edition: Edition): Signed {
  const { words, model, tag } = edition;
  const city = cityName(edition);
  const say = flat(edition);
  const note = model.site.official
    ? (['site.note_official'] as const)
    : (['site.note_basis', 'site.note_unofficial'] as const);
  return {
    language: tag,
    tagline: say(plainText(words.sentence('site.tagline', { city }))),
    note: say(note.map((key) => words.t(key, { city })).join(words.t('sentence.separator'))),
    brand: model.site.theme?.brand.light ?? null,
  };
}

function flatSentence(edition: Edition, sentence: Sentence): Sentence {
  const say = flat(edition);
  return sentence.map((phrase) => phrase.map((run) => ({ ...run, text: say(run.text) })));
}

/** Returns what the picture of an indicator's page shows. */
export function sharePicture(edition: Edition, view: IndicatorView): SharePicture {
  const say = flat(edition);
  const { road, chart } = view;
  // Two figures make a course; one is said in the large figure already.
  const course = (chart?.input.actuals ?? []).flatMap((part) => part.points).length > 1;
  return {
    ...signed(edition),
    title: say(view.title.text),
    sentence: flatSentence(edition, view.answer),
    status: stateOf(view.status, say),
    figure: figureOf(view.figures[0], say),
    road:
      road === null
        ? null
        : {
            ...road,
            label: say(road.label),
            startText: road.startText === null ? null : say(road.startText),
            targetText: say(road.targetText),
            paceText: road.paceText === null ? null : say(road.paceText),
          },
    chart: road === null && course ? (chart?.input ?? null) : null,
    tally: [],
    source: say(view.answer_source),
  };
}

function stateOf(
  { shape, word, detail, tone }: StatusView,
  say: (text: string) => string,
): PictureState {
  return { shape, word: say(word), detail: detail === null ? null : say(detail), tone };
}

/** The first figure of the page with its label: the newest, or the target where nothing is measured. */
function figureOf(
  figure: FigureView | undefined,
  say: (text: string) => string,
): PictureFigure | null {
  if (figure?.parts == null) return null;
  const { before, number, after } = figure.parts;
  return { label: say(figure.label), before: say(before), number, after: say(after) };
}

/** Returns what the picture of every other page of a language shows. */
export function homePicture(edition: Edition): SharePicture {
  const { words, format } = edition;
  const title = words.sentence('home.title', { city: cityName(edition) });
  const say = flat(edition);
  const { lead, states } = homeView(edition);
  return {
    ...signed(edition),
    title: say(plainText(title)),
    sentence: flatSentence(edition, lead),
    status: null,
    figure: null,
    road: null,
    chart: null,
    tally: states.map(({ status, count }) => ({
      ...stateOf(status, say),
      count: format.integer(count),
    })),
    source: '',
  };
}

/** Returns what an indicator's chart file shows; null where nothing with a number is printed. */
export function chartPicture(edition: Edition, view: IndicatorView): ChartPicture | null {
  const say = flat(edition);
  const { chart } = view;
  if (chart === null) return null;
  return {
    ...signed(edition),
    title: say(chart.title),
    source: say(chart.source),
    legend: chart.legend.map((entry) => ({ ...entry, text: say(entry.text) })),
    input: chart.input,
    licence: edition.model.site.licence.name,
  };
}

/** Returns what a picture shows in words, for those who do not see it; may carry readings. */
export function shareAlt(edition: Edition, view: IndicatorView | null): string {
  const { words } = edition;
  const city = cityName(edition);
  if (view === null) {
    const title = plainText(words.sentence('home.title', { city }));
    return words.t('picture.alt_home', { title, answer: plainText(homeView(edition).lead) });
  }
  return words.t('picture.alt', {
    title: view.title.text,
    state: view.status.word,
    answer: plainText(view.answer),
  });
}
