import { createContext, useContext, useMemo, useReducer } from 'react';

const first = [
  { id: 1, text: 'water the ferns', done: false, notes: [] },
  {
    id: 2,
    text: 'feed the geckos',
    done: true,
    notes: [
      {
        id: 'a',
        text: 'crickets',
        notes: [{ id: 'b', text: 'five', notes: [{ id: 'c', text: 'at dusk', notes: [] }] }],
      },
      { id: 'd', text: 'fruit', notes: [] },
    ],
  },
];

function reduce(todos, action) {
  if (action.type === 'add') return [...todos, { id: todos.length + 1, text: action.text, done: false, notes: [] }];
  if (action.type === 'toggle') {
    return todos.map((todo) => (todo.id === action.id ? { ...todo, done: !todo.done } : todo));
  }
  if (action.type === 'remove') return todos.filter((todo) => todo.id !== action.id);
  if (action.type === 'reverse') return [...todos].reverse();
  return todos;
}

const Store = createContext(null);

export function StoreProvider({ children }) {
  const [todos, dispatch] = useReducer(reduce, first);
  const value = useMemo(() => ({ todos, dispatch }), [todos]);
  return <Store.Provider value={value}>{children}</Store.Provider>;
}

export const useStore = () => useContext(Store);
