// WordPress brings these to the editor; the build leaves them to it. Only what the block uses is described.
declare module "@wordpress/blocks" {
  export interface BlockVariation {
    readonly name: string;
    readonly title: string;
    readonly description: string;
    readonly icon: string;
    readonly isDefault?: boolean;
    readonly attributes: Readonly<Record<string, string>>;
    readonly isActive: readonly string[];
  }
  export function registerBlockType(name: string, settings: object): void;
  export function registerBlockVariation(name: string, variation: BlockVariation): void;
}
declare module "@wordpress/block-editor" {
  import type { FunctionComponent, ReactNode } from "react";
  export const InspectorControls: FunctionComponent<{ readonly children: ReactNode }>;
  export function useBlockProps(): Record<string, unknown>;
}
