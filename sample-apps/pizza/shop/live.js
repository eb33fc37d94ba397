const api = require('./api');

const address = 'wss://api.pizza.example';
const againMs = 2000;

/**
 * Hears of one order as it changes: `{order}` at once and with every change, `{position}` while a courier rides, or
 * `{problem}` in words. Connects again when the line breaks. Returns its end.
 */
module.exports = function watchOrder(number, hear) {
  let over = false;
  let line;
  let timer;
  const again = () => {
    clearTimeout(timer);
    if (!over) timer = setTimeout(connect, againMs);
  };
  const connect = async () => {
    try {
      // Asks in the ordinary way first: that logs in anew where the shop has forgotten.
      const order = await api.order(number);
      if (over) return;
      hear({ order });
      const token = await api.token();
      if (over) return;
      line = wx.connectSocket({
        url: `${address}/orders/${number}/live`,
        header: { authorization: `Bearer ${token}` },
        fail: again,
      });
      line.onMessage(({ data }) => hear(JSON.parse(data)));
      line.onClose(again);
    } catch (error) {
      hear({ problem: error.message });
      again();
    }
  };
  connect();
  return () => {
    over = true;
    clearTimeout(timer);
    if (line) line.close({});
  };
};
