/** What an order's state is called, and what it means for the one who waits. */
module.exports = {
  unpaid: { title: 'Waiting for payment', hint: 'The oven starts when the payment has reached the shop.' },
  baking: { title: 'In the oven', hint: 'Paid. It leaves in about 20 minutes.' },
  riding: { title: 'On its way', hint: 'Your courier has the pizza and is riding to you.' },
  delivered: { title: 'Delivered', hint: 'Enjoy it while it is hot.' },
  refunding: { title: 'Being refunded', hint: 'The money is on its way back.' },
  refunded: { title: 'Refunded', hint: 'The whole amount is back in your wallet.' },
  cancelled: { title: 'Cancelled', hint: 'Nothing was paid.' },
};
