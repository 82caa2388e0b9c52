import { text, type ProblemText } from './problem-text.ts';

/** Problem codes of texts: narrative, dictionaries, translations, easy Japanese. See problem-texts.ts. */
export const LANGUAGE_PROBLEM_TEXTS = {
  prose_numeral: text(
    'error',
    [
      '文章の中に数字「{value}」が直接書かれています。',
      '<Fact id="…" /> か <Value observation="…" /> を使い、数字を出典とつないでください。',
    ],
    [
      'The prose contains a bare numeral, “{value}”.',
      'Use <Fact id="…" /> or <Value observation="…" /> so that the figure is tied to its source.',
    ],
  ),
  mdx_syntax: text(
    'error',
    [
      'MDX として読めません（{reason}）。',
      '文章の中の < や { は、&lt; や &#123; と書いてください。',
    ],
    ['This is not valid MDX ({reason}).', 'Write a < or { in running text as &lt; or &#123;.'],
  ),
  mdx_not_plain: text(
    'error',
    [
      '本文に「{value}」は使えません。',
      '使えるのは文章、見出し、箇条書き、リンクと、<Fact /> <Value /> だけです。',
    ],
    [
      '“{value}” is not allowed in narrative.',
      'Use text, headings, lists, links, <Fact /> and <Value /> only.',
    ],
  ),
  translation_missing: text(
    'warning',
    [
      '「{tag}」の訳がない言葉が {count} 件あります（例: {example}）。',
      'content/translations/{tag}.csv に足してください。訳がない間は原文が表示されます。',
    ],
    [
      '{count} texts have no translation into “{tag}” (such as {example}).',
      'Add them to content/translations/{tag}.csv; until then the original text is shown.',
    ],
  ),
  dictionary_incomplete: text(
    'warning',
    [
      '「{tag}」の画面の言葉が {count} 件たりません（例: {example}）。',
      'content/i18n/{tag}.json に足してください。ない言葉は英語で表示されます。',
    ],
    [
      '{count} interface words of “{tag}” are missing (such as {example}).',
      'Add them to content/i18n/{tag}.json; until then English is shown.',
    ],
  ),
  dictionary_key_unknown: text(
    'error',
    [
      '「{field}」という画面の言葉はありません。',
      '消すか、正しい名前にしてください。近い名前: {nearest}',
    ],
    [
      'There is no interface word “{field}”.',
      'Remove it or give it its right name. Nearest: {nearest}',
    ],
  ),
  narrative_figures_differ: text(
    'error',
    [
      '「{tag}」の文章の数字が、もとの言語の文章とちがいます（たりない: {missing}、多い: {extra}）。',
      'どの言語でも同じ <Fact> と <Value> を使ってください。',
    ],
    [
      'The figures of the “{tag}” text differ from those of the original (missing: {missing}, added: {extra}).',
      'Use the same <Fact> and <Value> in every language.',
    ],
  ),
  fact_without_year: text(
    'error',
    [
      '「{value}」がいつの数字かは、facts.csv に書かれていません。',
      'show="year" を消すか、文書に書かれた年を facts.csv の year に入れてください。',
    ],
    [
      'facts.csv does not say which year “{value}” is for.',
      'Remove show="year", or put the year the document prints into year of facts.csv.',
    ],
  ),
  prose_copied: text(
    'error',
    [
      '文章「{value}」が、文書「{document}」の文と同じです。',
      '文書の文は写さず、事実だけを自分の言葉で書きなおしてください。名前なら glossary.json や readings.json などに名前として書きます。',
    ],
    [
      'The text “{value}” is the same as a sentence of the document “{document}”.',
      'Say the facts in words of your own. If it is a name, write it down as one (in glossary.json or readings.json, say).',
    ],
  ),
  fingerprint_invalid: text(
    'error',
    [
      '照合用のファイルを読めません。',
      'npm run fingerprint -- {document} <文書のテキスト> でつくりなおしてください。',
    ],
    [
      'The fingerprint of the document cannot be read.',
      'Make it again: npm run fingerprint -- {document} <text of the document>.',
    ],
  ),
  easy_kanji_unread: text(
    'error',
    ['「{value}」に読みがありません。', '｜{value}《よみ》 と書いてください。'],
    ['“{value}” has no reading.', 'Write ｜{value}《reading》.'],
  ),
  easy_reading_unknown: text(
    'error',
    [
      '読み {value} は、たしかめた読みにありません（あるもの: {approved}）。',
      '読みが正しければ readings.json に足してください。',
    ],
    [
      'The reading {value} is not an approved one (approved: {approved}).',
      'If it is right, add it to readings.json.',
    ],
  ),
  easy_same: text(
    'error',
    [
      'やさしい日本語が、ふつうの文と同じです（{value}）。',
      '短く、やさしい言葉で書きなおしてください。',
    ],
    [
      'The easy text is the same as the ordinary one ({value}).',
      'Write it anew, shorter and in easy words.',
    ],
  ),
  easy_sentence_long: text(
    'error',
    [
      '文が長すぎます（{length}字）: {value}',
      '一つの文に一つのことだけを書き、50字までにしてください。',
    ],
    [
      'The sentence is too long ({length} characters): {value}',
      'Say one thing in a sentence, in at most 50 characters.',
    ],
  ),
  easy_sentence_longish: text(
    'warning',
    ['文が少し長いです（{length}字）: {value}', '40字までにできないか、考えてください。'],
    [
      'The sentence is rather long ({length} characters): {value}',
      'See whether 40 characters are enough.',
    ],
  ),
  easy_commas: text(
    'error',
    ['「、」が多すぎます: {value}', '文を分けて、一つの文に「、」を三つまでにしてください。'],
    ['There are too many commas: {value}', 'Split the sentence: at most three commas in one.'],
  ),
  easy_plain_form: text(
    'error',
    [
      '文のおわりが「です・ます」ではありません: {value}',
      '「です」「ます」「ください」でおわってください。',
    ],
    ['The sentence does not end in です or ます: {value}', 'End it in です, ます or ください.'],
  ),
  easy_double_negative: text(
    'error',
    ['二重の否定です: {value}', '意味を変えずに、肯定の文で書いてください。'],
    ['This is a double negative: {value}', 'Say it without one, keeping the meaning.'],
  ),
  easy_year: text(
    'error',
    ['元号で書かれています: {value}', '西暦で書いてください。'],
    ['The year is written in an era: {value}', 'Write the western year.'],
  ),
  easy_date: text(
    'error',
    [
      '日付・時刻・はんいの書きかたがむずかしいです: {value}',
      '2024年4月1日、午後3時、2022から 2024まで、のように書いてください。',
    ],
    [
      'The date, time or range is written in a hard form: {value}',
      'Write 2024年4月1日, 午後3時, 2022から 2024まで.',
    ],
  ),
  easy_kanji_many: text(
    'warning',
    ['漢字が多いです（{count}字）: {value}', 'ひらがなの言葉にするか、文を分けてください。'],
    ['There are many kanji ({count}): {value}', 'Use kana words, or split the sentence.'],
  ),
  easy_no_space: text(
    'warning',
    ['空白のない文字が長く続きます: {value}', '言葉のまとまりの間に、半角の空白を入れてください。'],
    ['A long run of characters has no space: {value}', 'Put a half-width space between phrases.'],
  ),
  easy_hard_form: text(
    'warning',
    [
      'むずかしい言いかたです: {value}',
      '受け身、敬語、「おそらく」「ようです」などは使わず、はっきり書いてください。',
    ],
    ['This form is hard to read: {value}', 'Avoid passives, honorifics and hearsay.'],
  ),
  easy_word: text(
    'warning',
    ['むずかしい言葉です: {value}', 'やさしい言葉にするか、うしろに〈説明〉をつけてください。'],
    ['This word is hard: {value}', 'Use an easy word, or put an explanation in 〈〉 behind it.'],
  ),
} as const satisfies Record<string, ProblemText>;
