import { LANGUAGE_PROBLEM_TEXTS } from './language-problem-texts.ts';
import { text, type ProblemText } from './problem-text.ts';

/**
 * The one table of problem codes: how grave, what is wrong, what to do, in Japanese and English.
 * `{value}` is the offending text, `{field}` the column or key; other names come from the finder.
 * Every code has a folder of the same name in tests/fixtures/invalid.
 */
export const PROBLEM_TEXTS = {
  ...LANGUAGE_PROBLEM_TEXTS,
  content_empty: text(
    'error',
    [
      'content フォルダーに site.json がありません。',
      'CITY で指定したフォルダーに content/site.json を置いてください。',
    ],
    [
      'The content folder has no site.json.',
      'Put content/site.json into the folder named by CITY.',
    ],
  ),
  file_unknown: text(
    'warning',
    [
      'このファイルは読みこまれません。',
      'ファイル名か置き場所をたしかめてください。近い名前: {nearest}',
    ],
    ['This file is not read.', 'Check its name and place. Nearest known form: {nearest}'],
  ),
  file_missing: text(
    'error',
    [
      '必要なファイル {missing} がありません。',
      '{missing} をつくってください。列だけの空の表でもかまいません。',
    ],
    [
      'The required file {missing} is missing.',
      'Create {missing}; a table with only its header row is fine.',
    ],
  ),
  name_unsafe: text(
    'error',
    [
      '「{value}」はフォルダー名・ID に使えません。',
      '半角の小文字の英数字とハイフンだけにしてください（例: chiiki-1）。',
    ],
    [
      '“{value}” cannot be an id or a folder name.',
      'Use only lower-case ASCII letters, digits and hyphens, such as ward-1.',
    ],
  ),
  encoding_not_utf8: text(
    'error',
    [
      '文字コードが UTF-8 ではありません（{guess} と思われます）。',
      'Excel では「CSV UTF-8（コンマ区切り）」で保存しなおしてください。',
    ],
    [
      'The file is not UTF-8 (it looks like {guess}).',
      'Save it again as “CSV UTF-8 (comma delimited)”.',
    ],
  ),
  csv_unclosed_quote: text(
    'error',
    [
      '引用符（"）が閉じていません。',
      'この行の " の数をたしかめ、値の終わりに " を足すか、余分な " を消してください。',
    ],
    [
      'A quotation mark (") is never closed.',
      'Count the " on this line: close the value, or remove the stray one.',
    ],
  ),
  csv_bad_quote: text(
    'error',
    [
      '引用符（"）の使いかたが正しくありません。',
      '値の中の " は "" と2つ重ね、値の全体を " で囲んでください。',
    ],
    [
      'A quotation mark (") is misplaced.',
      'Double a " inside a value ("") and put the whole value in quotes.',
    ],
  ),
  csv_line_break: text(
    'error',
    ['セルの中に改行があります。', '1件は1行です。改行を消して1行にまとめてください。'],
    ['A cell contains a line break.', 'One record is one line: join the text into one line.'],
  ),
  csv_header_empty: text(
    'error',
    ['表に見出し行がありません。', '1行目に列の名前を書いてください: {columns}'],
    ['The table has no header row.', 'Write the column names on the first line: {columns}'],
  ),
  csv_column_missing: text(
    'error',
    [
      '列「{field}」がありません。',
      '見出し行に「{field}」を足してください。列の名前は変えられません。',
    ],
    [
      'The column “{field}” is missing.',
      'Add “{field}” to the header row. Column names cannot be changed.',
    ],
  ),
  csv_column_unknown: text(
    'error',
    [
      '列「{field}」は決められた列ではありません。',
      '消すか、正しい名前にしてください。近い名前: {nearest}',
    ],
    ['“{field}” is not a known column.', 'Remove it or give it its right name. Nearest: {nearest}'],
  ),
  csv_column_duplicate: text(
    'error',
    ['列「{field}」が2つあります。', '同じ名前の列を1つにしてください。'],
    ['The column “{field}” appears twice.', 'Keep one column of this name.'],
  ),
  csv_cell_count: text(
    'error',
    [
      'セルの数が {found} で、見出しの {expected} と合いません。',
      'コンマの数をたしかめてください。値にコンマがあるときは全体を " で囲みます。',
    ],
    [
      'The row has {found} cells, the header {expected}.',
      'Count the commas; a value that contains one must stand in quotes.',
    ],
  ),
  csv_not_canonical: text(
    'warning',
    [
      'CSV の書きかたが決まった形（UTF-8 BOM・CRLF・列の順・キーの順）になっていません。',
      'npm run check -- --fix で整えられます。値は変わりません。',
    ],
    [
      'The CSV is not in its canonical form (UTF-8 BOM, CRLF, column order, key order).',
      'npm run check -- --fix rewrites it; no value changes.',
    ],
  ),
  json_syntax: text(
    'error',
    [
      'JSON の書きかたに誤りがあります（{reason}）。',
      'この場所の前後の , " { } [ ] をたしかめてください。',
    ],
    ['The JSON is broken ({reason}).', 'Check the , " { } [ ] around this place.'],
  ),
  json_invalid: text(
    'error',
    ['「{field}」の値が正しくありません: {reason}', '{expected}'],
    ['The value of “{field}” is not right: {reason}', '{expected}'],
  ),
  value_required: text(
    'error',
    ['「{field}」が空です。', 'この列は必ず書いてください。'],
    ['“{field}” is empty.', 'This column must be filled in.'],
  ),
  value_not_number: text(
    'error',
    [
      '「{field}」は数の列ですが、「{value}」と書かれています。',
      '半角数字だけにしてください（例: {example}）。「約」「%」「以上」などは printed_value と専用の列に書きます。',
    ],
    [
      '“{field}” holds numbers, but says “{value}”.',
      'Write ASCII digits only, such as {example}. Words like “about” or “%” belong in printed_value and their own columns.',
    ],
  ),
  value_not_year: text(
    'error',
    ['「{field}」は西暦の年の列ですが、「{value}」と書かれています。', '{suggestion}'],
    ['“{field}” holds a western year, but says “{value}”.', '{suggestion_en}'],
  ),
  value_not_allowed: text(
    'error',
    ['「{field}」に「{value}」は使えません。', '使えるのは次のどれかです: {allowed}'],
    ['“{value}” is not allowed in “{field}”.', 'Use one of: {allowed}'],
  ),
  value_not_in_form: text(
    'error',
    ['「{field}」の「{value}」は決まった形ではありません。', '次の形で書いてください: {form}'],
    ['“{value}” in “{field}” does not have the right form.', 'Write it in this form: {form}'],
  ),
  duplicate_key: text(
    'error',
    [
      '「{value}」は {first} にもあります。',
      '同じ ID は一度しか使えません。どちらかの ID を変えるか、行を消してください。',
    ],
    [
      '“{value}” stands at {first} already.',
      'An id can be used only once: change one, or remove a row.',
    ],
  ),
  unknown_reference: text(
    'error',
    [
      '「{field}」の「{value}」は {target} にありません。',
      'つづりをたしかめるか、{target} に足してください。近い ID: {nearest}',
    ],
    [
      '“{value}” in “{field}” does not exist in {target}.',
      'Check the spelling or add it to {target}. Nearest id: {nearest}',
    ],
  ),
  unknown_language: text(
    'error',
    [
      '言語「{value}」は site.json の languages にありません。',
      'site.json に言語を足すか、ファイル名を直してください。使える言語: {allowed}',
    ],
    [
      'The language “{value}” is not among the languages of site.json.',
      'Add it to site.json or rename the file. Known: {allowed}',
    ],
  ),
  status_contradicts_value: text(
    'error',
    [
      'status が「{status}」なのに、value は「{value}」です。',
      'status が ok なら value を書き、それ以外なら value を空にしてください。',
    ],
    [
      'The status is “{status}” but the value is “{value}”.',
      'With status ok write a value; with any other leave value empty.',
    ],
  ),
  value_not_as_printed: text(
    'error',
    [
      'value の「{value}」が、印字「{printed}」から読める数と合いません。',
      '文書をもう一度見て、どちらかを直してください。',
    ],
    [
      'The value “{value}” is not the number printed as “{printed}”.',
      'Look at the document again and mend one of the two.',
    ],
  ),
  repeat_differs: text(
    'error',
    [
      '再掲もとの「{value}」と、指標・年・役割・値のどれかがちがいます。',
      '再掲なら同じ値にし、別の値なら repeat_of を空にしてください。',
    ],
    [
      'This row differs from the row it repeats (“{value}”) in indicator, year, role or value.',
      'A repeat has the same figure; otherwise leave repeat_of empty.',
    ],
  ),
  assessment_differs: text(
    'error',
    [
      '「{field}」の「{value}」が、同じ行の観測値「{observed}」とちがいます。',
      '文書をもう一度見て、assessments.csv か observations.csv を直してください。',
    ],
    [
      '“{value}” in “{field}” differs from the observation of the same row, “{observed}”.',
      'Look at the document again and mend assessments.csv or observations.csv.',
    ],
  ),
  explanation_not_needed: text(
    'error',
    ['検算「{value}」は文書と一致しているので、説明は要りません。', 'この行を消してください。'],
    [
      'The check “{value}” reproduces the document, so it needs no explanation.',
      'Remove this row.',
    ],
  ),
  total_over_unclear: text(
    'error',
    [
      '合計が何についてのものか、over の「{value}」からはわかりません。',
      'section:ID、measures:ID ID、facts:ID ID、observations:ID ID、fiscal_year:年、not_printed のどれかを書いてください。',
    ],
    [
      'The over cell “{value}” does not say what the total is over.',
      'Write section:id, measures:id id, facts:id id, observations:id id, fiscal_year:year or not_printed.',
    ],
  ),
  explanation_missing: text(
    'warning',
    [
      '検算「{value}」は文書とちがいますが、理由の説明がありません。',
      'content/explanations.csv に check_id と text を足してください。',
    ],
    [
      'The check “{value}” differs from the document and has no explanation.',
      'Add its check_id and a text to content/explanations.csv.',
    ],
  ),
  finding_without_places: text(
    'error',
    [
      '「{value}」は、どこに印字されたことについてかがわかりません。',
      'content/finding_places.csv に、この finding_id の行を足してください（検算、観測値、取組などの ID）。',
    ],
    [
      'The finding “{value}” does not say what it is about.',
      'Add rows with this finding_id to content/finding_places.csv: ids of checks, observations, measures …',
    ],
  ),
  finding_not_shown: text(
    'warning',
    [
      '「{value}」は、どのページにも出ません。',
      'content/site.json の leading_checks に、この finding_id を足してください。',
    ],
    [
      'No page shows the finding “{value}”.',
      'Add its finding_id to leading_checks of content/site.json.',
    ],
  ),
  reply_without_source: text(
    'error',
    [
      '市の回答「{value}」の出どころがありません。',
      'url か document_id のどちらかを書いてください。読む人が確かめられるようにします。',
    ],
    [
      'The reply “{value}” names no source.',
      'Fill url or document_id, so that readers can look it up.',
    ],
  ),
  reply_too_early: text(
    'error',
    [
      '回答の日付「{value}」が、文書 {document} の公表（{published}）より前です。',
      '回答の日付か、document.json の published をたしかめてください。',
    ],
    [
      'The reply is dated {value}, before the document {document} was published ({published}).',
      'Check the date of the reply, or published in document.json.',
    ],
  ),
  id_vanished: text(
    'error',
    [
      '公開した ID「{value}」がなくなりました。',
      'ID を戻してください。一度公開した ID は消したり付けかえたりできません。',
    ],
    [
      'The published id “{value}” has vanished.',
      'Restore it: a published id is never removed or renamed.',
    ],
  ),
  id_changed: text(
    'error',
    [
      '公開した ID「{value}」の意味が変わりました（前: {before}、今: {now}）。',
      '別のものには新しい ID をつけてください。名前の書きなおしだけなら、ids.lock のこの行も直します。',
    ],
    [
      'The published id “{value}” now means something else (before: {before}, now: {now}).',
      'Give another thing a new id. If only the wording changed, mend this line of ids.lock too.',
    ],
  ),
  id_new: text(
    'warning',
    [
      '{field} の新しい ID が {count} 件、まだ ids.lock にありません（例: {value}）。',
      'npm run check -- --fix で ids.lock に書き足せます。',
    ],
    [
      '{count} new ids of {field} are not in ids.lock yet (such as {value}).',
      'npm run check -- --fix adds them.',
    ],
  ),
  target_direction_unclear: text(
    'error',
    [
      '目標「{value}」が、数でも言葉でもありません。',
      'value か trend のどちらか、または status=text と printed_value を書いてください。',
    ],
    [
      'The target “{value}” is neither a number nor words.',
      'Fill value or trend, or set status to text with the words in printed_value.',
    ],
  ),
} as const satisfies Record<string, ProblemText>;

export type ProblemCode = keyof typeof PROBLEM_TEXTS;
