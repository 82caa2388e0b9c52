/** A value of a year; `label` is its text in the reader's language, e.g. "34.5" or "目標50.0". */
export interface ChartPoint {
  readonly year: number;
  readonly value: number;
  readonly label: string;
}

/** A target; hollow when it belongs to an earlier plan. */
export interface ChartTarget extends ChartPoint {
  readonly filled: boolean;
}

/** What an indicator's chart shows: numbers in display scale, all texts ready. */
export interface IndicatorChartInput {
  /** A segment an entry, in the order of years; the line is cut between them. Earlier methods are grey and hollow. */
  readonly actuals: readonly {
    readonly points: readonly ChartPoint[];
    readonly earlierMethod: boolean;
  }[];
  /** The same year printed differently by another document: small hollow circles, unconnected, unlabelled. */
  readonly others: readonly ChartPoint[];
  readonly targets: readonly ChartTarget[];
  /** The straight path from a start to a target; its label stands in the wide drawing only. */
  readonly pace: {
    readonly from: { readonly year: number; readonly value: number };
    readonly to: { readonly year: number; readonly value: number };
    readonly label: string | null;
  } | null;
  /** A dashed rule at a year (may be fractional) with both names beside it. */
  readonly breaks: readonly {
    readonly year: number;
    readonly before: string;
    readonly after: string;
  }[];
  /** Label of the last actual in the wide drawing; null or narrow: the point's own. */
  readonly newestLabel: string | null;
  /** The lines under a year: ["2015"] or ["2015", "H27"]. */
  readonly years: (year: number) => readonly string[];
  /** Text of a tick of the value axis. */
  readonly axisValue: (value: number) => string;
  /** Text of the top tick: the same with the unit, e.g. "60％". */
  readonly axisTop: (value: number) => string;
}

/** The colour roles a chart uses; the tokens of the same names. */
export type ChartRole =
  'ground' | 'ink' | 'text' | 'quiet' | 'data-1' | 'data-2' | 'target' | 'grid' | 'axis';

/** What a live canvas must be told and an SVG takes from the page. */
export interface ChartLook {
  /** The colour of a role as the surface understands it; an SVG: `var(--role)`. */
  readonly colour: (role: ChartRole) => string;
  /** Left out of an SVG, whose text takes the page's. */
  readonly fontFamily: string;
}
