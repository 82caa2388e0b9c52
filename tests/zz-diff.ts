import { inspectCity } from '/work/main/src/inspect.ts';
import { readContentFiles } from '/work/main/src/io/read-content.ts';
import { readDictionaries } from '/work/main/src/io/read-dictionaries.ts';
import { essence, expectedProblems, invalidFixtures, overlaidFiles, sameProblem, SECOND_CITY } from '/work/main/tests/lib/city.ts';
import { problemHint, problemMessage } from '/work/main/src/core/problem.ts';
const d = readDictionaries();
const standing = inspectCity(readContentFiles(SECOND_CITY), d).problems.map(essence);
for (const name of invalidFixtures()) {
  const wanted = expectedProblems(name);
  const all = inspectCity(overlaidFiles(name), d).problems;
  const told = all.filter((p) => wanted.some((w) => sameProblem(w, essence(p))) || !standing.some((s) => sameProblem(s, essence(p))));
  const extra = told.filter((p) => !wanted.some((w) => sameProblem(w, essence(p))));
  const lacking = wanted.filter((w) => !told.some((p) => sameProblem(w, essence(p))));
  if (extra.length || lacking.length) {
    console.log(`## ${name}`);
    for (const p of lacking) console.log('  - ', JSON.stringify(p));
    for (const p of extra) console.log('  + ', JSON.stringify(essence(p)), '|', p.value, '|', problemMessage(p, 'en'));
  }
  for (const p of all) for (const t of [problemMessage(p, 'en'), problemHint(p, 'en')]) if (/\{\w+\}|undefined|\[object|\bnull\b|NaN/u.test(t) || t.trim() === '') console.log(`## ${name}: ${p.code}: ${JSON.stringify(t)} / ${problemMessage(p,'en')}`);
}
