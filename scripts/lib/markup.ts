import { HtmlValidate, StaticConfigLoader } from 'html-validate';

/** Rules of html-validate that we do not follow as they come, each with its reason. */
const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:document'],
    rules: {
      // A page's title holds the official name of an indicator or measure: it is as long as the city made it.
      'long-title': 'off',
      // The fields over a list work as they are changed, and are there only with the script that works them.
      'wcag/h32': 'off',
      // Everything comes from our own host, with the page itself: there is no other copy to compare with.
      'require-sri': ['error', { target: 'crossorigin' }],
    },
  }),
);

/** Returns what is wrong with the markup of a page, as "rule: message (where)". */
export async function markupFindings(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? ''})`),
  );
}
