// The entities seen in programs of this format plus the printable Latin ones; anything else stays as written.
const named: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    apos: "'",
    bull: '•',
    cent: '¢',
    copy: '©',
    darr: '↓',
    deg: '°',
    divide: '÷',
    emsp: '\u2003',
    ensp: '\u2002',
    euro: '€',
    gt: '>',
    harr: '↔',
    hearts: '♥',
    hellip: '…',
    laquo: '«',
    larr: '←',
    ldquo: '“',
    lsaquo: '‹',
    lsquo: '‘',
    lt: '<',
    mdash: '—',
    middot: '·',
    nbsp: '\u00a0',
    ndash: '–',
    para: '¶',
    permil: '‰',
    plusmn: '±',
    pound: '£',
    quot: '"',
    raquo: '»',
    rarr: '→',
    rdquo: '”',
    reg: '®',
    rsaquo: '›',
    rsquo: '’',
    sect: '§',
    shy: '\u00ad',
    thinsp: '\u2009',
    times: '×',
    trade: '™',
    uarr: '↑',
    yen: '¥',
    zwj: '\u200d',
    zwnj: '\u200c',
  }),
);

/** Replaces `&name;`, `&#10;` and `&#xA;`; what is no entity stays as written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]{1,8}));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return named.get(name) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    // Surrogates and NUL have no place in text that travels as JSON to a DOM.
    return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\ufffd' : String.fromCodePoint(code);
  });
}
