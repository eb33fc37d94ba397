/**
 * How a program draws in WebGL: by the commands of canvas.ts, in the same list, so that what is drawn in 2d and taken as
 * a texture keeps its order. A method's number is `webGlFirst` and its place in this table; guest and worker are built
 * from the same one. Nothing else of a browser's context can be reached.
 *
 * A word is `name=method:takes>gives`; `=method` where it is called otherwise in the browser, once for each way to
 * call it. A letter for each argument:
 *
 * | letter | argument | in the list |
 * |---|---|---|
 * | `n` `b` `t` | number, flag, text | as it is |
 * | `l` `w` | numbers, texts | a list |
 * | `d` | bytes | `[view, offset, length]` of the bytes beside the list, `view` being a place in `byteViews`; or null |
 * | `f` `i` `u` | vector of floats, of whole numbers, of those without sign | as `d` |
 * | `s` | picture | `[kind, number]` as in canvas.ts |
 * | a capital | an object: see `webGlObjects` | its number, or null |
 *
 * It gives nothing, an answer (`?`), bytes (`!`), or a new object (a capital), whose number the guest chose and puts last.
 * An answer is `[kind, value]`: see `webGlAnswers`. What gives bytes takes a view and a number of bytes last.
 */
// biome-ignore format: lists of words
const first = `
  activeTexture:n attachShader:PS bindAttribLocation:Pnt bindBuffer:nB bindFramebuffer:nF bindRenderbuffer:nR
  bindTexture:nT blendColor:nnnn blendEquation:n blendEquationSeparate:nn blendFunc:nn blendFuncSeparate:nnnn
  bufferData:ndn bufferSize=bufferData:nnn bufferSubData:nnd checkFramebufferStatus:n>? clear:n clearColor:nnnn
  clearDepth:n clearStencil:n colorMask:bbbb compileShader:S compressedTexImage2D:nnnnnnd
  compressedTexSubImage2D:nnnnnnnd copyTexImage2D:nnnnnnnn copyTexSubImage2D:nnnnnnnn
  createBuffer:>B createFramebuffer:>F createProgram:>P createRenderbuffer:>R createShader:n>S createTexture:>T
  cullFace:n deleteBuffer:B deleteFramebuffer:F deleteProgram:P deleteRenderbuffer:R deleteShader:S deleteTexture:T
  depthFunc:n depthMask:b depthRange:nn detachShader:PS disable:n disableVertexAttribArray:n drawArrays:nnn
  drawElements:nnnn enable:n enableVertexAttribArray:n finish: flush: framebufferRenderbuffer:nnnR
  framebufferTexture2D:nnnTn frontFace:n generateMipmap:n getActiveAttrib:Pn>? getActiveUniform:Pn>?
  getAttachedShaders:P>? getAttribLocation:Pt>? getBufferParameter:nn>? getContextAttributes:>? getError:>? getExtension:t>?
  getFramebufferAttachmentParameter:nnn>? getParameter:n>? getProgramInfoLog:P>? getProgramParameter:Pn>?
  getRenderbufferParameter:nn>? getShaderInfoLog:S>? getShaderParameter:Sn>? getShaderPrecisionFormat:nn>?
  getShaderSource:S>? getSupportedExtensions:>? getTexParameter:nn>? getUniform:PL>? getUniformLocation:Pt>?
  getVertexAttrib:nn>? getVertexAttribOffset:nn>? hint:nn isBuffer:B>? isContextLost:>? isEnabled:n>? isFramebuffer:F>?
  isProgram:P>? isRenderbuffer:R>? isShader:S>? isTexture:T>? lineWidth:n linkProgram:P pixelStorei:nn
  polygonOffset:nn readPixels:nnnnnnnn>! renderbufferStorage:nnnn sampleCoverage:nb scissor:nnnn shaderSource:St
  stencilFunc:nnn stencilFuncSeparate:nnnn stencilMask:n stencilMaskSeparate:nn stencilOp:nnn stencilOpSeparate:nnnn
  texImage2D:nnnnnnnnd texPicture2D=texImage2D:nnnnns texParameterf:nnn texParameteri:nnn texSubImage2D:nnnnnnnnd
  texSubPicture2D=texSubImage2D:nnnnnns uniform1f:Ln uniform2f:Lnn uniform3f:Lnnn uniform4f:Lnnnn uniform1i:Ln
  uniform2i:Lnn uniform3i:Lnnn uniform4i:Lnnnn uniform1fv:Lf uniform2fv:Lf uniform3fv:Lf uniform4fv:Lf uniform1iv:Li
  uniform2iv:Li uniform3iv:Li uniform4iv:Li uniformMatrix2fv:Lbf uniformMatrix3fv:Lbf uniformMatrix4fv:Lbf
  useProgram:P validateProgram:P vertexAttrib1f:nn vertexAttrib2f:nnn vertexAttrib3f:nnnn vertexAttrib4f:nnnnn
  vertexAttrib1fv:nf vertexAttrib2fv:nf vertexAttrib3fv:nf vertexAttrib4fv:nf vertexAttribPointer:nnnbnn viewport:nnnn`;

/** What the second version has besides. */
// biome-ignore format: lists of words
const second = `
  beginQuery:nQ beginTransformFeedback:n bindBufferBase:nnB bindBufferRange:nnBnn bindSampler:nM
  bindTransformFeedback:nX bindVertexArray:A blitFramebuffer:nnnnnnnnnn clearBufferfi:nnnn clearBufferfv:nnf
  clearBufferiv:nni clearBufferuiv:nnu clientWaitSync:Ynn>? copyBufferSubData:nnnnn copyTexSubImage3D:nnnnnnnnn
  createQuery:>Q createSampler:>M createTransformFeedback:>X createVertexArray:>A deleteQuery:Q deleteSampler:M
  deleteSync:Y deleteTransformFeedback:X deleteVertexArray:A drawArraysInstanced:nnnn drawBuffers:l
  drawElementsInstanced:nnnnn drawRangeElements:nnnnnn endQuery:n endTransformFeedback: fenceSync:nn>Y
  framebufferTextureLayer:nnTnn getActiveUniformBlockName:Pn>? getActiveUniformBlockParameter:Pnn>?
  getActiveUniforms:Pln>? getBufferSubData:nnnn>! getFragDataLocation:Pt>? getIndexedParameter:nn>?
  getInternalformatParameter:nnn>? getQuery:nn>? getQueryParameter:Qn>? getSamplerParameter:Mn>? getSyncParameter:Yn>?
  getTransformFeedbackVarying:Pn>? getUniformBlockIndex:Pt>? getUniformIndices:Pw>? invalidateFramebuffer:nl
  invalidateSubFramebuffer:nlnnnn isQuery:Q>? isSampler:M>? isSync:Y>? isTransformFeedback:X>? isVertexArray:A>?
  pauseTransformFeedback: readBuffer:n renderbufferStorageMultisample:nnnnn resumeTransformFeedback:
  samplerParameterf:Mnn samplerParameteri:Mnn texImage3D:nnnnnnnnnd texSizedPicture2D=texImage2D:nnnnnnnns
  texStorage2D:nnnnn texStorage3D:nnnnnn texSubImage3D:nnnnnnnnnnd texSubSizedPicture2D=texSubImage2D:nnnnnnnns
  transformFeedbackVaryings:Pwn uniform1ui:Ln uniform2ui:Lnn uniform3ui:Lnnn uniform4ui:Lnnnn uniform1uiv:Lu
  uniform2uiv:Lu uniform3uiv:Lu uniform4uiv:Lu uniformBlockBinding:Pnn uniformMatrix2x3fv:Lbf uniformMatrix2x4fv:Lbf
  uniformMatrix3x2fv:Lbf uniformMatrix3x4fv:Lbf uniformMatrix4x2fv:Lbf uniformMatrix4x3fv:Lbf vertexAttribDivisor:nn
  vertexAttribI4i:nnnnn vertexAttribI4iv:ni vertexAttribI4ui:nnnnn vertexAttribI4uiv:nu vertexAttribIPointer:nnnnn
  waitSync:Ynn`;

/** Those a program may have, where the browser has them, with their methods. The others tell about the device, or of time. */
// biome-ignore format: lists of words
const extensions: readonly (readonly [name: string, methods: string])[] = [
  ['ANGLE_instanced_arrays', 'drawArraysInstancedANGLE:nnnn drawElementsInstancedANGLE:nnnnn vertexAttribDivisorANGLE:nn'],
  ['OES_vertex_array_object',
    'createVertexArrayOES:>A deleteVertexArrayOES:A isVertexArrayOES:A>? bindVertexArrayOES:A'],
  ['WEBGL_draw_buffers', 'drawBuffersWEBGL:l'],
  ['WEBGL_lose_context', 'loseContext: restoreContext:'],
  ...('EXT_blend_minmax EXT_color_buffer_float EXT_color_buffer_half_float EXT_float_blend EXT_frag_depth EXT_sRGB ' +
    'EXT_shader_texture_lod EXT_texture_filter_anisotropic OES_element_index_uint OES_fbo_render_mipmap ' +
    'OES_standard_derivatives OES_texture_float OES_texture_float_linear OES_texture_half_float ' +
    'OES_texture_half_float_linear WEBGL_color_buffer_float WEBGL_compressed_texture_astc WEBGL_compressed_texture_etc ' +
    'WEBGL_compressed_texture_etc1 WEBGL_compressed_texture_pvrtc WEBGL_compressed_texture_s3tc WEBGL_depth_texture')
    .split(' ').map((name) => [name, ''] as const),
];

/** One method of the table. */
export interface WebGlMethod {
  /** Of the guest, and of the browser. */
  readonly name: string;
  readonly native: string;
  readonly takes: string;
  /** `''`, `'?'`, `'!'` or the letter of an object. */
  readonly gives: string;
  /** The context that has it; or the extension. */
  readonly version: 1 | 2;
  readonly extension: string | undefined;
}

const methodsOf = (words: string, version: 1 | 2, extension?: string): WebGlMethod[] =>
  words
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => {
      const [, name = '', native = name, takes = '', gives = ''] = /^(\w+)(?:=(\w+))?:(\w*)(?:>(.))?$/.exec(word) ?? [];
      return { name, native, takes, gives, version, extension };
    });

/** By number, from `webGlFirst` on. */
export const webGlMethods: readonly WebGlMethod[] = [
  ...methodsOf(first, 1),
  ...methodsOf(second, 2),
  ...extensions.flatMap(([name, words]) => methodsOf(words, 1, name)),
];
export const webGlExtensions: readonly string[] = extensions.map(([name]) => name);
/** Above all commands of canvas.ts. */
export const webGlFirst = 1_000;
/** How many entries of a list follow its number. */
export const webGlArity: readonly number[] = webGlMethods.map(
  ({ takes, gives }) => takes.length + (/[A-Z]/.test(gives) ? 1 : 0),
);

/** What the capitals stand for. */
export const webGlObjects: Readonly<Record<string, string>> = {
  ...{ A: 'WebGLVertexArrayObject', B: 'WebGLBuffer', F: 'WebGLFramebuffer', L: 'WebGLUniformLocation' },
  ...{ M: 'WebGLSampler', P: 'WebGLProgram', Q: 'WebGLQuery', R: 'WebGLRenderbuffer', S: 'WebGLShader' },
  ...{ T: 'WebGLTexture', X: 'WebGLTransformFeedback', Y: 'WebGLSync' },
};

/** Kinds of answers: a JSON value; a list for such an array of numbers, by its place in `byteViews`; an object's number; a list of those. */
export const webGlAnswers = { value: -1, object: -2, objects: -3 } as const;

/** Ways to look at bytes. */
export const byteViews = [
  ...[Uint8Array, Uint8ClampedArray, Int8Array, Uint16Array, Int16Array, Uint32Array, Int32Array, Float32Array],
] as const;

/** Held by the worker against every program. */
export const webGlLimits = {
  /** A browser may keep fewer at work, Chromium 4 in a worker, and loses the oldest then. */
  contexts: 8,
  /** Objects of one context. */
  objects: 65_536,
  /** Bytes of all textures, buffers and renderbuffers of a program, as they are counted: a pixel too many is not one too few. */
  bytes: 268_435_456,
  /** Bytes read at once. */
  read: 67_108_864,
  /** Characters of a shader. */
  source: 262_144,
  /** Pixels of a side of what is drawn on or from. */
  side: 4_096,
} as const;

/** What a program asked for when it made its context; the browser's defaults otherwise. */
export const webGlAttributes = [
  ...['alpha', 'antialias', 'depth', 'premultipliedAlpha', 'preserveDrawingBuffer', 'stencil'],
] as const;
