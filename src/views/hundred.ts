import { formatDecimal, integer, multiply, round, toNumber } from '../core/decimal.ts';
import type { Indicator } from '../core/model.ts';
import type { Figure } from '../core/progress.ts';
import type { Edition } from './edition.ts';

/** A share as a picture of a hundred dots. */
export interface HundredView {
  readonly dots: readonly ('full' | 'half' | 'none')[];
  readonly label: string;
  readonly text: string;
}

const DOTS = 100;

/** Returns the picture of a share, for readers of an easy language; null where the figure is no share. */
export function hundredOf(
  edition: Edition,
  indicator: Indicator,
  newest: Figure | null,
): HundredView | null {
  const { words, format, model } = edition;
  if (edition.readings !== 'shown' || newest === null) return null;
  const unit = model.units.get(indicator.unit);
  if (unit?.base !== 'percent') return null;
  const value = multiply(newest.value, integer(unit.multiplier));
  const share = toNumber(value);
  if (share < 0 || share > DOTS) return null;
  const whole = Number(formatDecimal(round(value, 0)));
  const values = { count: format.number(integer(whole)) };
  const half = Math.round((share - Math.floor(share)) * 2) === 1;
  const full = half ? Math.floor(share) : whole;
  return {
    dots: Array.from({ length: DOTS }, (_, index) =>
      index < full ? 'full' : index === full && half ? 'half' : 'none',
    ),
    label: words.t('hundred.label', values),
    text: words.t(whole === share ? 'hundred.exact' : 'hundred.about', values),
  };
}
