/** Opens the host’s cashier. Resolves to `paid`, `cancelled`, or rejects with an Error that can be shown. */
module.exports = function pay(payment) {
  return new Promise((resolve, reject) => {
    wx.requestPayment(
      Object.assign({}, payment, {
        success: () => resolve('paid'),
        fail: ({ errMsg }) => {
          if (errMsg === 'requestPayment:fail cancel') resolve('cancelled');
          else reject(new Error(errMsg.replace('requestPayment:fail ', 'Not paid: ')));
        },
      }),
    );
  });
};
