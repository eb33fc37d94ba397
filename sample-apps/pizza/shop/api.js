const address = 'https://api.pizza.example';

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

/** Known without a form: the platform says who this is, to the shop’s server alone. */
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

async function askAsGuest(method, path, data) {
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
  /** Resolves to what the shop knows this person by. */
  token: login,
  menu: () => ask('GET', '/menu'),
  orders: () => askAsGuest('GET', '/orders'),
  order: (number) => askAsGuest('GET', `/orders/${number}`),
  place: (items, to) => askAsGuest('POST', '/orders', { items, address: to }),
  payAgain: (number) => askAsGuest('POST', `/orders/${number}/payment`, {}),
  cancel: (number) => askAsGuest('POST', `/orders/${number}/cancel`, {}),
};
