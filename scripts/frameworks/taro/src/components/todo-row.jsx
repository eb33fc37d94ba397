import { Button, Text, View } from '@tarojs/components';
import { memo } from 'react';

export const TodoRow = memo(function TodoRow({ todo, onToggle, onOpen, onRemove }) {
  return (
    <View id={`row-${todo.id}`} className={`row ${todo.done ? 'is-done' : ''}`} onClick={() => onToggle(todo.id)}>
      <Text className="row-text">{todo.text}</Text>
      {todo.done && <Text className="row-mark">✓</Text>}
      <Button
        className="open"
        onClick={(event) => {
          event.stopPropagation();
          onOpen(todo.id);
        }}
      >
        open
      </Button>
      <Button
        className="remove"
        onClick={(event) => {
          event.stopPropagation();
          onRemove(todo.id);
        }}
      >
        remove
      </Button>
    </View>
  );
});
