import { file } from '../core/paths.ts';
import { withoutReadings } from '../narrative/ruby.ts';
import { cityName, type Edition } from './edition.ts';

/** Colours of the tokens, for a city without its own: a manifest knows no style sheet. */
export const BRAND = '#00316a';
export const GROUND = '#ffffff';

const ICONS = [
  { name: 'icon-192.png', sizes: '192x192', purpose: 'any' },
  { name: 'icon-512.png', sizes: '512x512', purpose: 'any' },
  { name: 'icon-maskable-512.png', sizes: '512x512', purpose: 'maskable' },
] as const;

/**
 * Returns the web app manifest of a site, in the words of an edition. One for all languages: an installed
 * site opens at the root, which leads on to the reader's own.
 */
export function manifestOf(edition: Edition) {
  const { model, words, paths, tag } = edition;
  const name = withoutReadings(words.t('root.title', { city: cityName(edition) }));
  return {
    name,
    short_name: name,
    lang: tag,
    id: paths.root,
    start_url: paths.root,
    scope: paths.root,
    display: 'standalone',
    theme_color: model.site.theme?.brand.light ?? BRAND,
    background_color: GROUND,
    icons: ICONS.map(({ name: icon, ...rest }) => ({
      src: paths.file(file.icon(icon)),
      type: 'image/png',
      ...rest,
    })),
  };
}
