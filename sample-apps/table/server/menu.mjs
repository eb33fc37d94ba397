/** What the kitchen makes. Prices in fen; they are decided here and nowhere else. `shared` is for the whole table. */
export const menu = [
  { id: 'gnocchi', name: 'Gnocchi', about: 'Sage, brown butter', price: 3850 },
  { id: 'risotto', name: 'Risotto', about: 'Saffron, marrow', price: 4499 },
  { id: 'trout', name: 'Trout', about: 'Almonds, lemon', price: 5201 },
  { id: 'salad', name: 'Salad', about: 'Bitter leaves, pear', price: 2333 },
  { id: 'bread', name: 'Bread and oil', about: 'For the whole table', price: 1000, shared: true },
  { id: 'water', name: 'Water, a litre', about: 'For the whole table', price: 700, shared: true },
];

export const findDish = (id) => menu.find((dish) => dish.id === id);
