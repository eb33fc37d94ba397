/** A framework whose compiler turns its own sources into a mini-program. */
export interface Framework {
  /** Also the folder of the sources beside this file. */
  readonly name: string;
  /** Its command line, and what it is told. */
  readonly command: string;
  readonly args: readonly string[];
  /** Where it writes the program, relative to the sources. */
  readonly output: string;
}

export const frameworks: readonly Framework[] = [
  { name: 'taro', command: '@tarojs/cli/bin/taro', args: ['build', '--type', 'weapp'], output: 'dist' },
  {
    name: 'uni-app',
    command: '@dcloudio/vite-plugin-uni/bin/uni.js',
    args: ['build', '-p', 'mp-weixin'],
    output: 'dist/build/mp-weixin',
  },
];
