const address = 'api.table.example';

let session;

/** Asks the house. Rejects with an Error whose message can be shown. */
function ask(method, path, data, token) {
  return new Promise((resolve, reject) => {
    wx.request({
      url: `https://${address}${path}`,
      method,
      data,
      header: token ? { authorization: `Bearer ${token}` } : {},
      success: ({ statusCode, data: answer }) => {
        if (statusCode >= 200 && statusCode < 300) resolve(answer);
        else reject(Object.assign(new Error(answer?.problem || 'The house does not answer.'), { statusCode }));
      },
      fail: () => reject(new Error('The house cannot be reached.')),
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

async function askAsGuest(method, path, data) {
  try {
    return await ask(method, path, data, await login());
  } catch (error) {
    if (error.statusCode !== 401) throw error;
    // The house was opened anew and has forgotten its sessions.
    session = undefined;
    return ask(method, path, data, await login());
  }
}

const againMs = 2000;

/**
 * Hears `{me, round}` at once, `{round}` with every change at the table, and `{problem}` in words. Sits down again when
 * the line breaks. Returns its end.
 */
function join(table, hear) {
  let over = false;
  let line;
  let timer;
  const again = () => {
    clearTimeout(timer);
    if (!over) timer = setTimeout(connect, againMs);
  };
  const connect = async () => {
    try {
      hear(await askAsGuest('POST', `/tables/${table}/seat`, {}));
      const token = await login();
      if (over) return;
      line = wx.connectSocket({
        url: `wss://${address}/tables/${table}/live`,
        header: { authorization: `Bearer ${token}` },
        fail: again,
      });
      line.onMessage(({ data }) => hear(JSON.parse(data)));
      line.onClose(again);
    } catch (error) {
      hear({ problem: error.message });
      // A table that is full or not there is no matter of trying.
      if (!error.statusCode || error.statusCode >= 500) again();
    }
  };
  connect();
  return () => {
    over = true;
    clearTimeout(timer);
    if (line) line.close({});
  };
}

module.exports = {
  join,
  menu: () => ask('GET', '/menu'),
  change: (table, id, by) => askAsGuest('POST', `/tables/${table}/dishes`, { id, by }),
  bill: (table) => askAsGuest('POST', `/tables/${table}/bill`, {}),
  tearUp: (table) => askAsGuest('DELETE', `/tables/${table}/bill`),
  look: (table) => askAsGuest('POST', `/tables/${table}/look`, {}),
};
