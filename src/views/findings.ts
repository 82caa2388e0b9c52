import type { Check, Verdict } from '../core/checks.ts';
import { integer } from '../core/decimal.ts';
import { firstHaving, having } from '../core/lookup.ts';
import type { Finding, FindingPlace, Measure, Observation } from '../core/model.ts';
import { place } from '../core/paths.ts';
import { checkRow, isRowCheck } from './check-rows.ts';
import {
  asPrinted,
  documentOf,
  indicatorAddress,
  indicatorName,
  measureAddress,
  measureName,
  own,
  sectionAddress,
  sectionName,
  shortDocumentName,
  type Edition,
  type Link,
  type Text,
} from './edition.ts';
import { valueOrWords } from './life.ts';
import { repliesTo, type ReplyView } from './replies.ts';
import { shareRow } from './shares.ts';
import { checkAddress, isTotalKind, subjectOf, totalRow } from './totals.ts';

/** Something a reader should know, in plain words, with the figures it rests on. */
export interface FindingView {
  readonly id: string;
  readonly title: Text;
  readonly text: Text | null;
  readonly printed: readonly PrintedFigure[];
  readonly links: readonly Link[];
  readonly replies: readonly ReplyView[];
}

/** A figure as it stands in a document, or our own result beside it. */
export interface PrintedFigure {
  /** Null for our own result. */
  readonly document: Text | null;
  /** What it is about; null where all figures of a finding are about the same thing. */
  readonly subject: Text | null;
  readonly label: string;
  readonly value: Text;
  /** Where it is printed. */
  readonly locator: Text | null;
  readonly formula: string;
  readonly verdict: { readonly code: Verdict; readonly word: string } | null;
}

/** What one place of a finding shows and leads to. */
interface Shown {
  readonly figures: readonly PrintedFigure[];
  readonly links: readonly Link[];
  readonly replies: readonly ReplyView[];
}

const NOTHING: Shown = { figures: [], links: [], replies: [] };

/** Returns the findings and checks that site.json names, in its order; none where it names none. */
export function leadingFindings(edition: Edition): FindingView[] {
  const { model } = edition;
  return (model.site.leading_checks ?? []).flatMap((id) => {
    const finding = firstHaving(model.findings, 'finding_id', id);
    if (finding !== undefined) return [findingView(edition, finding)];
    return having(model.checks, 'check_id', id).map((check) => checkAsFinding(edition, check));
  });
}

function findingView(edition: Edition, finding: Finding): FindingView {
  const { finding_id: id } = finding;
  const places = having(edition.model.finding_places, 'finding_id', id)
    .toSorted((a, b) => a.place_no - b.place_no)
    .map((row) => shownOf(edition, row));
  return {
    id: place.finding(id),
    title: edition.translate('findings', id, 'title', finding.title),
    text: edition.translate('findings', id, 'text', finding.text),
    printed: withSubjects(places.flatMap(({ figures }) => figures)),
    links: eachOnce(places.flatMap(({ links }) => links)),
    replies: [...repliesTo(edition, 'finding', id), ...places.flatMap(({ replies }) => replies)],
  };
}

/** A check that leads without words of its own says what it found. */
function checkAsFinding(edition: Edition, check: Check): FindingView {
  const shown = checkShown(edition, check);
  const [first, second] = shown.figures;
  return {
    id: place.finding(check.check_id),
    title: own(
      edition,
      edition.words.t('checks.differing_title', {
        subject: subjectOf(edition, check).text.text,
        published: first?.value.text ?? '',
        computed: second?.value.text ?? '—',
      }),
    ),
    text:
      check.explanation === null
        ? null
        : edition.translate('explanations', check.check_id, 'text', check.explanation),
    printed: withSubjects(shown.figures),
    links: eachOnce(shown.links),
    replies: shown.replies,
  };
}

/** The subject is said only where it tells figures apart. */
function withSubjects(figures: readonly PrintedFigure[]): PrintedFigure[] {
  const subjects = new Set(figures.flatMap(({ subject }) => subject?.text ?? []));
  return figures.map((f) => (subjects.size > 1 ? f : { ...f, subject: null }));
}

/** Each page once; and of several checks the first, since links of the same words must lead to one place. */
function eachOnce(links: readonly Link[]): Link[] {
  const byText = new Map(links.toReversed().map((link) => [link.text.text, link]));
  return links.filter((link) => byText.get(link.text.text) === link);
}

function shownOf(edition: Edition, { target_kind: kind, target_id: id }: FindingPlace): Shown {
  const { model } = edition;
  switch (kind) {
    case 'check': {
      const check = firstHaving(model.checks, 'check_id', id);
      return check === undefined ? NOTHING : checkShown(edition, check);
    }
    case 'observation': {
      const observation = firstHaving(model.observations, 'observation_id', id);
      return observation === undefined ? NOTHING : observationShown(edition, observation);
    }
    case 'measure': {
      const measure = firstHaving(model.measures, 'measure_id', id);
      return measure === undefined ? NOTHING : measureShown(edition, measure);
    }
    case 'fact':
      return factShown(edition, id);
    case 'indicator': {
      const indicator = firstHaving(model.indicators, 'id', id);
      if (indicator === undefined) return NOTHING;
      const text = indicatorName(edition, indicator);
      return { ...NOTHING, links: [{ text, href: indicatorAddress(edition, id) }] };
    }
    case 'section': {
      const section = firstHaving(model.sections, 'id', id);
      if (section === undefined) return NOTHING;
      const text = sectionName(edition, section);
      return { ...NOTHING, links: [{ text, href: sectionAddress(edition, section) }] };
    }
  }
}

const LABELS = {
  baseline: 'figure.start',
  actual: 'finding.actual',
  target: 'figure.target',
} as const;

function observationShown(edition: Edition, o: Observation): Shown {
  const { words, format, model } = edition;
  const indicator = firstHaving(model.indicators, 'id', o.indicator_id);
  if (indicator === undefined) return NOTHING;
  const year = format.year(o.reference_year, o.period_type);
  const label = LABELS[o.role];
  const subject = indicatorName(edition, indicator);
  return {
    ...NOTHING,
    figures: [
      {
        document: shortDocumentName(edition, documentOf(edition, o.document_id)),
        subject,
        label: words.t(label, { year }),
        value: own(edition, valueOrWords(edition, indicator, o)),
        locator: asPrinted(edition, o.locator),
        formula: '',
        verdict: null,
      },
    ],
    links: [{ text: subject, href: indicatorAddress(edition, indicator.id) }],
  };
}

function measureShown(edition: Edition, measure: Measure): Shown {
  const { words, format, model } = edition;
  const subject = measureName(edition, measure);
  const amount = measure.amount_thousand_yen;
  return {
    ...NOTHING,
    figures: [
      {
        document: shortDocumentName(edition, documentOf(edition, measure.document_id)),
        subject,
        label: words.t('budget.col_amount'),
        value: own(
          edition,
          amount === null
            ? words.t('budget.none')
            : format.value(integer(amount), model.amount_unit),
        ),
        locator: asPrinted(edition, measure.locator),
        formula: '',
        verdict: null,
      },
    ],
    links: [{ text: subject, href: measureAddress(edition, measure) }],
  };
}

function factShown(edition: Edition, id: string): Shown {
  const fact = firstHaving(edition.model.facts, 'fact_id', id);
  if (fact === undefined) return NOTHING;
  return {
    ...NOTHING,
    figures: [
      {
        document: shortDocumentName(edition, documentOf(edition, fact.document_id)),
        subject: null,
        label: edition.translate('facts', id, 'subject', fact.subject).text,
        value: own(edition, edition.format.fact(fact)),
        locator: asPrinted(edition, fact.locator),
        formula: '',
        verdict: null,
      },
    ],
  };
}

/** A check shows what is published and, on a line of its own, what comes out. */
function checkShown(edition: Edition, check: Check): Shown {
  const { words } = edition;
  const subject = subjectOf(edition, check);
  const row = rowOf(edition, check);
  const verdict = { code: check.verdict, word: words.t(`verdict.${check.verdict}.short`) };
  const published = {
    document: shortDocumentName(edition, documentOf(edition, check.document_id)),
    subject: row.subject,
    label: row.label,
    value: row.published,
    locator: row.locator,
  };
  const ours = {
    document: row.other?.document ?? null,
    subject: row.other?.subject ?? null,
    label: row.other === null ? words.t('checks.col_computed') : row.label,
    value: own(edition, row.computed ?? ''),
    locator: row.other?.locator ?? null,
  };
  const detail = {
    text: own(edition, words.t('finding.check')),
    href: checkAddress(edition, check.check_id),
  };
  return {
    figures:
      row.computed === null
        ? [{ ...published, formula: row.formula, verdict }]
        : [
            { ...published, formula: '', verdict: null },
            { ...ours, formula: row.other === null ? row.formula : '', verdict },
          ],
    links: [subject, ...(row.other === null ? [] : [row.other.link]), detail],
    replies: repliesTo(edition, 'check', check.check_id),
  };
}

/** What the kinds of checks have in common here; `computed` is null where one line says all. */
interface CheckLine {
  readonly subject: Text;
  readonly label: string;
  readonly published: Text;
  readonly computed: string | null;
  readonly formula: string;
  readonly locator: Text | null;
  /** The second place of an amount that is printed twice. */
  readonly other: {
    readonly link: Link;
    readonly document: Text;
    readonly subject: Text;
    readonly locator: Text;
  } | null;
}

function rowOf(edition: Edition, check: Check): CheckLine {
  const { words, model } = edition;
  const label = words.t('checks.col_published');
  if (isRowCheck(check)) {
    const row = checkRow(edition, check);
    if (check.kind === 'mark') {
      return {
        ...row,
        subject: row.subject.text,
        label: words.t('rate.mark'),
        computed: null,
        other: null,
      };
    }
    const computed = row.computed === '—' ? null : row.computed;
    const subject = row.subject.text;
    return { ...row, subject, label, computed, other: null };
  }
  if (isTotalKind(check.kind)) {
    const row = totalRow(edition, check);
    const twin =
      check.kind === 'printed_twice'
        ? firstHaving(model.measures, 'measure_id', check.inputs[0]?.id)
        : undefined;
    return {
      subject: row.subject.text,
      label: twin === undefined ? label : words.t('budget.col_amount'),
      published: own(edition, row.published),
      computed: row.computed === '—' ? null : row.computed,
      formula: row.formula,
      locator: row.locator,
      other:
        twin === undefined || row.other === null
          ? null
          : {
              link: row.other,
              document: shortDocumentName(edition, documentOf(edition, twin.document_id)),
              subject: row.other.text,
              locator: asPrinted(edition, twin.locator),
            },
    };
  }
  const row = shareRow(edition, check);
  return {
    subject: row.subject.text,
    label: row.year,
    published: own(edition, row.published),
    computed: row.computed === '—' ? null : row.computed,
    formula: '',
    locator: check.total === null ? null : asPrinted(edition, check.total.locator),
    other: null,
  };
}
