const address = 'https://api.pizza.example/courier';

let session;

/** Asks the shop. Rejects with an Error whose message can be shown. */
function ask(method, path, data, token) {
  return new Promise((resolve, reject) => {
    wx.request({
      url: `${address}${path}`,
      method,
      data,
      header: token ? { authorization: `Bearer ${token}` } : {},
      success: ({ statusCode, data: answer }) => {
        if (statusCode >= 200 && statusCode < 300) resolve(answer);
        else reject(Object.assign(new Error(answer?.problem || 'The shop does not answer.'), { statusCode }));
      },
      fail: () => reject(new Error('The shop cannot be reached.')),
    });
  });
}

function login() {
  session =
    session ||
    wx
      .login()
      .then(({ code }) => ask('POST', '/login', { code }))
      .then(({ token }) => token);
  session.catch(() => {
    session = undefined;
  });
  return session;
}

async function askAsCourier(method, path, data) {
  try {
    return await ask(method, path, data, await login());
  } catch (error) {
    if (error.statusCode !== 401) throw error;
    // The shop was started anew and has forgotten its sessions.
    session = undefined;
    return ask(method, path, data, await login());
  }
}

module.exports = {
  jobs: () => askAsCourier('GET', '/jobs'),
  take: (number) => askAsCourier('POST', `/jobs/${number}/take`, {}),
  tellPosition: (number, place) => askAsCourier('POST', `/jobs/${number}/position`, place),
  delivered: (number) => askAsCourier('POST', `/jobs/${number}/delivered`, {}),
};
