import { Button, Form, Input, Picker, ScrollView, Switch, Text, View } from '@tarojs/components';
import Taro, { useDidShow, usePullDownRefresh, useReady } from '@tarojs/taro';
import { useCallback, useEffect, useState } from 'react';
import { Counter } from '../../components/counter';
import { TodoRow } from '../../components/todo-row';
import { useStore } from '../../store';

const filters = ['all', 'open'];

export default function Index() {
  const { todos, dispatch } = useStore();
  const [text, setText] = useState('');
  const [filter, setFilter] = useState(0);
  const [urgent, setUrgent] = useState(false);
  const [left, setLeft] = useState('');
  const [life, setLife] = useState([]);
  const tell = useCallback((what) => setLife((before) => [...before, what]), []);
  useReady(() => tell('ready'));
  useDidShow(() => tell('show'));
  usePullDownRefresh(() => tell('pulled'));
  useEffect(() => tell('effect'), [tell]);
  useEffect(() => {
    const heard = (id) => setLeft(id);
    Taro.eventCenter.on('left', heard);
    return () => Taro.eventCenter.off('left', heard);
  }, []);
  const onToggle = useCallback((id) => dispatch({ type: 'toggle', id }), [dispatch]);
  const onRemove = useCallback((id) => dispatch({ type: 'remove', id }), [dispatch]);
  const onOpen = useCallback((id) => Taro.navigateTo({ url: `/pages/detail/index?id=${id}` }), []);
  const add = (event) => {
    const { title } = event.detail.value;
    dispatch({ type: 'add', text: urgent ? `${title}!` : title });
    setText('');
  };
  const shown = todos.filter(({ done }) => filter === 0 || !done);
  return (
    <View className="page">
      <Text id="life">{life.join(' ')}</Text>
      <Text id="left">{left}</Text>
      <Text id="count">{`${shown.length} of ${todos.length}`}</Text>
      <Form id="form" onSubmit={add}>
        <Input id="title" name="title" value={text} onInput={(event) => setText(event.detail.value)} />
        <Switch id="urgent" checked={urgent} onChange={(event) => setUrgent(event.detail.value)} />
        <Button id="add" formType="submit">
          add
        </Button>
      </Form>
      {text !== '' && <Text id="preview">{`new: ${text}`}</Text>}
      <Picker id="filter" mode="selector" range={filters} onChange={(event) => setFilter(Number(event.detail.value))}>
        <View id="chosen">{filters[filter]}</View>
      </Picker>
      <Button id="reverse" onClick={() => dispatch({ type: 'reverse' })}>
        reverse
      </Button>
      <ScrollView id="list" scrollY>
        {shown.map((todo) => (
          <TodoRow key={todo.id} todo={todo} onToggle={onToggle} onOpen={onOpen} onRemove={onRemove} />
        ))}
      </ScrollView>
      <Counter start={1} />
      {shown.length === 0 && <Text id="empty">nothing to do</Text>}
    </View>
  );
}
