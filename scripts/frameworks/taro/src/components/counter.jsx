import { Button, CustomWrapper, Text, View } from '@tarojs/components';
import { Component } from 'react';

/** A class component in a part of the tree that is updated on its own. */
export class Counter extends Component {
  state = { count: this.props.start };

  increase = () => {
    this.setState(({ count }) => ({ count: count + 1 }));
  };

  render() {
    return (
      <CustomWrapper>
        <View style={{ opacity: this.state.count / 10 }}>
          <Text id="counted">{this.state.count}</Text>
          <Button id="increase" onClick={this.increase}>
            more
          </Button>
        </View>
      </CustomWrapper>
    );
  }
}
