import { textOf } from '../../view/index.ts';
import type { BuiltIn } from './component.ts';
import { readsChinese } from './words.ts';

const noUser = 'Programs learn this of nobody: WeChat itself gives an empty text since 2021.';

/**
 * What WeChat shows of its user without telling the program. Here, as in WeChat since 2022, it is nobody in
 * particular: a grey figure and a general name, or what the program gives in their place.
 */
export const openData: BuiltIn = {
  tag: 'open-data',
  attributes: ['type', 'lang', 'default-text', 'default-avatar'],
  events: ['error'],
  options: { type: ['userNickName', 'userAvatarUrl'] },
  noEffect: {
    'open-gid': 'There are no chat groups that could have a name.',
    ...Object.fromEntries(
      ['groupName', 'userGender', 'userCity', 'userProvince', 'userCountry', 'userLanguage'].map((type) => [
        `type=${type}`,
        type === 'groupName' ? 'There are no chat groups that could have a name.' : noUser,
      ]),
    ),
  },
  notHere: ['open-gid'],
  style:
    'wx-open-data{display:inline}wx-open-data[data-avatar]{display:block;width:100%;height:100%;min-height:24px;' +
    'overflow:hidden;background-color:var(--tr-control)}wx-open-data>img{display:block;width:100%;height:100%;' +
    'object-fit:cover}wx-open-data>wx-figure{display:block;width:100%;height:100%;min-height:inherit;color:var(--tr-faint);' +
    'background:radial-gradient(circle at 50% 38%,currentColor 20%,transparent 21%),' +
    'radial-gradient(ellipse at 50% 100%,currentColor 42%,transparent 43%)}',
  create(context) {
    const { attribute, document, host, window } = context;
    const drawAvatar = (): void => {
      const given = textOf(attribute('default-avatar')).trim();
      const figure = document.createElement(given === '' ? 'wx-figure' : 'img');
      host.replaceChildren(figure);
      if (given === '') return;
      figure.setAttribute('alt', '');
      const missing = () => {
        host.replaceChildren(document.createElement('wx-figure'));
        context.emit('error', { errMsg: `open-data: ${given.slice(0, 200)} cannot be loaded` });
      };
      figure.addEventListener('error', missing);
      context.load(given, (url) => figure.setAttribute('src', url), missing);
    };
    const draw = (): void => {
      const type = textOf(attribute('type'));
      const avatar = type === 'userAvatarUrl';
      host.toggleAttribute('data-avatar', avatar);
      if (avatar) {
        drawAvatar();
        return;
      }
      const chinese = attribute('lang') === undefined ? readsChinese(window) : /^zh/i.test(textOf(attribute('lang')));
      const name = type === 'userNickName' ? (chinese ? '微信用户' : 'User') : '';
      host.textContent = textOf(attribute('default-text')) || name;
    };
    let ready = false;
    return {
      update() {
        if (ready) draw();
      },
      ready() {
        ready = true;
        draw();
      },
    };
  },
};
