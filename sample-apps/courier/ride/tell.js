const api = require('./api');

/**
 * Tells the shop where the courier is: one message at a time, always the newest place, so that a slow line never makes
 * the one who waits see the past. `failed` hears an Error of a message that did not arrive. Returns `tell` and `stop`.
 */
module.exports = function createTeller(number, failed) {
  let newest;
  let busy = false;
  let over = false;
  const send = async () => {
    busy = true;
    while (newest && !over) {
      const place = newest;
      newest = undefined;
      try {
        await api.tellPosition(number, place);
        failed(undefined);
      } catch (error) {
        if (!over) failed(error);
      }
    }
    busy = false;
  };
  return {
    tell({ latitude, longitude }) {
      newest = { latitude, longitude };
      if (!busy) send();
    },
    stop() {
      over = true;
    },
  };
};
