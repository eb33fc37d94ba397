import { Component, type ReactNode } from 'react';

interface BoundaryProps {
  readonly children: ReactNode;
  /** In place of what could not be drawn. */
  readonly fallback?: ReactNode;
  readonly onBroken?: () => void;
}

/**
 * Keeps a fault of ours in one part from taking the whole shell away, and with it the programs that run. React writes the
 * fault to the console. Give it a `key`: with another one it tries anew.
 */
export class Boundary extends Component<BoundaryProps, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override componentDidCatch(): void {
    this.props.onBroken?.();
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.fallback : this.props.children;
  }
}
