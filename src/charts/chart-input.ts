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

/**
 * What an indicator's chart shows: numbers in display scale, all texts ready. Plain data: the drawing of the
 * build and the live chart of the browser are made from the same.
 */
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
  /** The lines under each year from the first to the last: ["2015"] or ["2015", "H27"]. */
  readonly years: Readonly<Record<string, readonly string[]>>;
  /** The ticks of the value axis from bottom to top; the last text has the unit, e.g. "60％". */
  readonly axis: readonly { readonly value: number; readonly text: string }[];
}

/** A point that can be read: what is said of it, and where it stands in the two drawings, in pixels. */
export interface ChartStop {
  /** Year and value with its unit. */
  readonly head: string;
  /** What it is, and which document printed it. */
  readonly note: string;
  readonly narrow: readonly [x: number, y: number];
  readonly wide: readonly [x: number, y: number];
}

/** What a page carries for the live chart. All of it is data, so that it can be written as JSON. */
export interface ChartData {
  /** Title and summary: the name of the chart's one stop. */
  readonly label: string;
  /** Between head and note where they are read in one breath. */
  readonly separator: string;
  /** The point that is read first. */
  readonly start: number;
  /** In the order of years. */
  readonly stops: readonly ChartStop[];
  readonly input: IndicatorChartInput;
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
