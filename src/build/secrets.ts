import { join } from 'node:path';

/** Forms of keys and tokens that never belong into a published file, by whose they are. */
const SECRETS: Readonly<Record<string, RegExp>> = {
  'a private key': /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/u,
  'an AWS key': /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/u,
  'a GitHub token': /\b(?:gh[oprsu]_[A-Za-z0-9]{36,}|github_pat_\w{22,})/u,
  'a GitLab token': /\bglpat-[\w-]{20,}/u,
  'a Slack token': /\bxox[abeoprs]-[\w-]{10,}/u,
  'a Google key': /\bAIza[\w-]{35}\b/u,
  'an npm token': /\bnpm_[A-Za-z0-9]{36}\b/u,
  'a Stripe key': /\b[rs]k_live_[A-Za-z0-9]{16,}/u,
  'a signed token': /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/u,
  'a name and password in an address': /\bhttps?:\/\/[^\s/:@"'<>]+:[^\s/:@"'<>]+@/u,
};

/** Folders of a project or city whose paths a build could let slip. */
const FOLDERS = ['src', 'content', 'public', 'node_modules', 'scripts', '.build', '.astro'];

/** Returns what a file's text gives away: secrets, and paths below `machine`, folders of this machine. */
export function leakFindings(text: string, machine: readonly string[]): string[] {
  const paths = machine.flatMap((folder) => FOLDERS.map((name) => `${join(folder, name)}/`));
  const path = [...paths, 'file:///'].find((form) => text.includes(form));
  return [
    ...Object.entries(SECRETS).flatMap(([name, form]) =>
      form.test(text) ? [`looks like ${name}`] : [],
    ),
    ...(path === undefined ? [] : [`names a folder of this machine: ${path}`]),
  ];
}
