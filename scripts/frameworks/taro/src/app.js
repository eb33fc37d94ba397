import { useDidShow, useLaunch } from '@tarojs/taro';
import { StoreProvider } from './store';
import './app.css';

export default function App({ children }) {
  useLaunch(({ path }) => console.log(`launched at ${path}`));
  useDidShow(() => console.log('shown'));
  return <StoreProvider>{children}</StoreProvider>;
}
