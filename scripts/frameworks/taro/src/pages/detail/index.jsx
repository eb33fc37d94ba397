import { Button, Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { Notes } from '../../components/notes';
import { useStore } from '../../store';

export default function Detail() {
  const { params } = useRouter();
  const { todos, dispatch } = useStore();
  const todo = todos.find(({ id }) => String(id) === params.id);
  return (
    <View>
      {todo === undefined ? (
        <Text id="missing">no such todo</Text>
      ) : (
        <View>
          <Text id="title">{todo.text}</Text>
          <Text id="state">{todo.done ? 'done' : 'open'}</Text>
          <Notes notes={todo.notes} />
          <Button id="toggle" onClick={() => dispatch({ type: 'toggle', id: todo.id })}>
            toggle
          </Button>
        </View>
      )}
      <Button
        id="back"
        onClick={() => {
          Taro.eventCenter.trigger('left', params.id);
          Taro.navigateBack();
        }}
      >
        back
      </Button>
    </View>
  );
}
