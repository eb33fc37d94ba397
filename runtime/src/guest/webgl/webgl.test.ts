import { expect, test } from '@playwright/test';
import { webGlArity, webGlFirst, webGlMethods } from '../../protocol/webgl.ts';
import { createCommands } from '../canvas/commands.ts';
import { openWx } from '../wx/fixtures/fake-link.ts';
import { createWebGlLibrary } from './web-gl-library.ts';

/** A context whose commands are gathered, with answers of the worker made here. */
function open(version: 1 | 2 = 1, answers: readonly (string | ArrayBuffer)[] = []) {
  const waiting = [...answers];
  const told: string[] = [];
  const commands = createCommands((text, bytes) => {
    const list: unknown[] = JSON.parse(text);
    while (list.length > 0) {
      const number = Number(list.shift());
      const place = number - webGlFirst;
      const values = list.splice(0, webGlArity[place] ?? 1);
      const { name = 'other', takes = '' } = webGlMethods[place] ?? {};
      const at = takes.search(/[dfiu]/);
      const [view, offset, length] = Array.isArray(values[at]) ? values[at].map(Number) : [];
      if (length !== undefined)
        values[at] = `${view}:${[...new Uint8Array(bytes ?? new ArrayBuffer(0), offset, length)]}`;
      if (name !== 'other') told.push([name, ...values.map(String)].join(' '));
    }
    return waiting.shift() ?? '';
  });
  const picture = {};
  const library = createWebGlLibrary({
    link: openWx().link,
    commands,
    sourceOf: (value) => (value === picture ? [0, 4] : undefined),
  });
  const gl = Object(library.context({ width: 30, height: 20 }, -1, version, { RGBA: 6408 }));
  return {
    gl,
    picture,
    /** What was called since the last time. */
    calls() {
      commands.flush();
      return told.splice(0);
    },
  };
}

test('calls are numbers, flags, texts and objects by number', () => {
  const { gl, calls } = open();
  const buffer = gl.createBuffer();
  gl.bindBuffer(34962, buffer);
  gl.bindBuffer(34962, null);
  gl.clearColor('0.5', 1, true);
  gl.colorMask(1, 0, true, undefined);
  gl.shaderSource(gl.createShader(35633), 5);
  const [, first, , , , made, source] = calls();
  expect(first).toMatch(/^bindBuffer 34962 \d+$/);
  expect(made).toMatch(/^createShader 35633 \d+$/);
  expect(source).toBe(`shaderSource ${made?.split(' ')[2]} 5`);
  expect([gl.RGBA, gl.drawingBufferWidth, gl.drawingBufferHeight, Object.prototype.toString.call(buffer)]).toEqual([
    6408,
    30,
    20,
    '[object WebGLBuffer]',
  ]);
  expect(() => gl.bindTexture(3553, buffer)).toThrow('bindTexture: argument 2 is not such an object');
  expect(calls()).toEqual([]);
});

test('bytes are those of the view, as they are when it is called', () => {
  const { gl, calls } = open();
  const bytes = Uint8Array.of(1, 2, 3, 4);
  gl.bufferData(34962, bytes.subarray(1, 3), 35044);
  bytes.fill(9);
  gl.bufferData(34962, new Uint16Array([1, 256]), 35044);
  gl.bufferData(34962, 100, 35044);
  gl.bufferSubData(34962, 4, bytes.buffer);
  gl.uniform2fv(null, [0.5, 1]);
  gl.uniform2iv(null, new Float32Array([1.5, 2]));
  gl.texImage2D(3553, 0, 6408, 1, 1, 0, 6408, 5121, null);
  expect(calls()).toEqual([
    'bufferData 34962 0:2,3 35044',
    'bufferData 34962 3:1,0,0,1 35044',
    'bufferSize 34962 100 35044',
    'bufferSubData 34962 4 0:9,9,9,9',
    'uniform2fv null 7:0,0,0,63,0,0,128,63',
    'uniform2iv null 6:1,0,0,0,2,0,0,0',
    'texImage2D 3553 0 6408 1 1 0 6408 5121 null',
  ]);
});

test('pictures and pixels have calls of their own; the second version takes parts of arrays', () => {
  const { gl, picture, calls } = open(2);
  gl.texImage2D(3553, 0, 6408, 6408, 5121, picture);
  gl.texImage2D(3553, 0, 6408, 6408, 5121, { width: 1, height: 1, data: Uint8ClampedArray.of(1, 2, 3, 4) });
  gl.texImage2D(3553, 0, 6408, 2, 2, 0, 6408, 5121, picture);
  gl.texSubImage2D(3553, 0, 5, 6, 6408, 5121, picture);
  gl.uniform1fv(null, new Float32Array([1, 2, 3]), 1, 1);
  expect(calls()).toEqual([
    'texPicture2D 3553 0 6408 6408 5121 0,4',
    'texImage2D 3553 0 6408 1 1 0 6408 5121 1:1,2,3,4',
    'texSizedPicture2D 3553 0 6408 2 2 0 6408 5121 0,4',
    'texSubPicture2D 3553 0 5 6 6408 5121 0,4',
    'uniform1fv null 7:0,0,0,64',
  ]);
  expect(() => gl.texImage2D(3553, 0, 6408, 6408, 5121, 'no')).toThrow('is not a picture');
});

test('answers: values, arrays, objects that stay the same, bytes into an array of the program’s', () => {
  const answers = [
    '[-1,5]',
    '[6,[1,2]]',
    '[-2,[-7,"P"]]',
    '[-2,[-7,"P"]]',
    '[-3,[[-7,"P"]]]',
    Uint8Array.of(1, 2).buffer,
  ];
  const { gl } = open(1, answers);
  expect([gl.getError(), gl.getParameter(1)]).toEqual([5, Int32Array.of(1, 2)]);
  const program = gl.getParameter(2);
  expect(gl.getParameter(2)).toBe(program);
  expect(gl.getAttachedShaders(program)[0]).toBe(program);
  const pixels = Uint8Array.of(9, 9, 9, 9);
  gl.readPixels(0, 0, 1, 1, 6408, 5121, pixels.subarray(1));
  expect([...pixels]).toEqual([9, 1, 2, 9]);
  // The canvas has left.
  expect([gl.getError(), gl.getExtension('OES_texture_float'), gl.isContextLost()]).toEqual([null, null, true]);
  gl.readPixels(0, 0, 1, 1, 6408, 5121, pixels);
  expect([...pixels]).toEqual([9, 1, 2, 9]);
});

test('an extension has its methods and constants, and is the same each time', () => {
  const { gl, calls } = open(1, ['[-1,{"constants":{"VERTEX_ATTRIB_ARRAY_DIVISOR_ANGLE":35070}}]', '[-1,null]']);
  const extension = gl.getExtension('ANGLE_instanced_arrays');
  expect(gl.getExtension('ANGLE_instanced_arrays')).toBe(extension);
  expect(gl.getExtension('__proto__')).toBe(null);
  calls();
  extension.drawArraysInstancedANGLE(4, 0, 3, 2);
  expect(calls()).toEqual(['drawArraysInstancedANGLE 4 0 3 2']);
  expect([extension.VERTEX_ATTRIB_ARRAY_DIVISOR_ANGLE, Object.keys(extension).length]).toEqual([35070, 4]);
});
