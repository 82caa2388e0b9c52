/** What is said of one problem code: how grave, what is wrong, what to do. */
export interface ProblemText {
  readonly severity: 'error' | 'warning';
  readonly message: { readonly ja: string; readonly en: string };
  readonly hint: { readonly ja: string; readonly en: string };
}

/** Returns a code’s sentences: `ja` and `en` are [what is wrong, what to do]. */
export function text(
  severity: 'error' | 'warning',
  ja: readonly [message: string, hint: string],
  en: readonly [message: string, hint: string],
): ProblemText {
  return {
    severity,
    message: { ja: ja[0], en: en[0] },
    hint: { ja: ja[1], en: en[1] },
  };
}
