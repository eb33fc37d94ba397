import { Text, View } from '@tarojs/components';

/** Draws itself for what is below. */
export function Notes({ notes, depth = 0 }) {
  return (
    <View className={`notes depth-${depth}`}>
      {notes.map((note) => (
        <View key={note.id} className="note">
          <Text className="note-text">{note.text}</Text>
          {note.notes.length > 0 ? <Notes notes={note.notes} depth={depth + 1} /> : null}
        </View>
      ))}
    </View>
  );
}
