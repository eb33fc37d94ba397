import { misfit } from './case.js';

const server = 'https://api.gallery.example';
const elsewhere = 'https://elsewhere.example/leaf';
const undeclared = 'fail url not in domain list';

/** Other servers; the gallery's own is below `server/`, and the host starts it. */
/** @type {Record<string, import('./case.js').Cases>} */
export const networkCases = {
  request: {
    works: {
      options: { url: `${server}/leaf`, method: 'POST', data: { green: true } },
      gives: { errMsg: 'request:ok', statusCode: 200, data: { method: 'POST', body: '{"green":true}' } },
    },
    refused: { options: { url: elsewhere }, gives: undeclared },
    wrong: misfit('url', 'String', undefined),
  },
  downloadFile: {
    works: {
      options: { url: `${server}/leaf` },
      gives: { errMsg: 'downloadFile:ok', statusCode: 200, tempFilePath: /^http:\/\/tmp\// },
    },
    refused: { options: { url: elsewhere }, gives: undeclared },
    wrong: misfit('url', 'String', 7),
  },
  uploadFile: {
    works: {
      options: { url: `${server}/leaf`, filePath: '/assets/fern.svg', name: 'leaf', formData: { green: 'yes' } },
      gives: { errMsg: 'uploadFile:ok', statusCode: 200, data: /"method":"POST".*multipart/ },
    },
    refused: { options: { url: elsewhere, filePath: '/assets/fern.svg', name: 'leaf' }, gives: undeclared },
    wrong: misfit('filePath', 'String', undefined, { url: `${server}/leaf`, name: 'leaf' }),
  },
};
