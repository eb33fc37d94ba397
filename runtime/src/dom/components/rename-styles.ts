/** What `style` is called in HTML while it is read. */
export const renamedStyle = 'data-rich-style';

const space = /[\t\n\f\r ]/;
const nameEnd = /[\t\n\f\r />=]/;

/**
 * HTML whose `style` attributes have another name. A browser that reads HTML under a policy without inline styles
 * complains of each of them, also in documents nobody sees. What comes out is cleaned as what went in would be, so a
 * tag that is missed here costs a line on the console and nothing else. One pass, whatever the text.
 */
export function renameStyles(html: string): string {
  let out = '';
  let kept = 0;
  let at = html.indexOf('<');
  const skip = (pattern: RegExp): void => {
    while (at < html.length && pattern.test(html.charAt(at))) at += 1;
  };
  const until = (pattern: RegExp): void => {
    while (at < html.length && !pattern.test(html.charAt(at))) at += 1;
  };
  while (at >= 0 && at < html.length) {
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at);
      if (end < 0) break;
      at = end;
    } else if (/[a-z]/i.test(html.charAt(at + 1))) {
      until(/[\t\n\f\r />]/);
      while (at < html.length && html.charAt(at) !== '>') {
        skip(/[\t\n\f\r /]/);
        const from = at;
        // An attribute's name may begin with what ends others.
        at += html.charAt(at) === '=' ? 1 : 0;
        until(nameEnd);
        if (html.slice(from, at).toLowerCase() === 'style') {
          out += html.slice(kept, from) + renamedStyle;
          kept = at;
        }
        skip(space);
        if (html.charAt(at) !== '=') continue;
        at += 1;
        skip(space);
        const quote = html.charAt(at);
        if (quote !== '"' && quote !== "'") {
          until(/[\t\n\f\r >]/);
          continue;
        }
        const end = html.indexOf(quote, at + 1);
        at = end < 0 ? html.length : end + 1;
      }
    }
    at = html.indexOf('<', at + (html.charAt(at) === '<' ? 1 : 0));
  }
  return out + html.slice(kept);
}
