import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { SiteInput } from '../core/records.ts';

/**
 * Returns the Vite plugin that connects a city's folder: its colours are added to the tokens, packages
 * resolve for narrative that lies outside the project, and `dev` reloads when content changes.
 */
export function citySource(city: string, theme: SiteInput['theme']): Plugin {
  const content = join(city, 'content');
  return {
    name: 'shirube-city',
    enforce: 'pre',
    async resolveId(source, importer) {
      const fromContent = importer?.startsWith(content) === true && !/^[./\0]/u.test(source);
      if (!fromContent) return null;
      return this.resolve(source, join(process.cwd(), 'package.json'), { skipSelf: true });
    },
    transform(code, id) {
      if (theme === null || !/\/styles\/tokens\.css(?:\?|$)/u.test(id)) return null;
      const { light, dark } = theme.brand;
      return `${code}
:root { --brand: ${light}; }
@media screen and (prefers-color-scheme: dark) { :root { --brand: ${dark}; } }
`;
    },
    configureServer(server) {
      server.watcher.add(content);
      server.watcher.on('change', (path) => {
        if (!path.startsWith(content)) return;
        for (const environment of Object.values(server.environments)) {
          environment.moduleGraph.invalidateAll();
        }
        server.ws.send({ type: 'full-reload' });
      });
    },
  };
}
