const vertex = `
  attribute vec3 place;
  uniform float turn;
  varying float blade;
  void main() {
    float s = sin(turn);
    float c = cos(turn);
    blade = place.z;
    gl_Position = vec4(place.x * c - place.y * s, place.x * s + place.y * c, 0., 1.);
  }`;
const fragment = `
  precision mediump float;
  varying float blade;
  void main() {
    gl_FragColor = vec4(mix(vec3(.18, .49, .36), vec3(.95, .72, .26), blade), 1.);
  }`;

/**
 * A pinwheel in WebGL. Undefined where there is none.
 *
 * @param {any} canvas
 */
export function createPinwheel(canvas) {
  const gl = canvas.getContext('webgl');
  if (!gl) return undefined;
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ]) {
    const shader = gl.createShader(type);
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(program));
  gl.useProgram(program);
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  const place = gl.getAttribLocation(program, 'place');
  gl.enableVertexAttribArray(place);
  gl.vertexAttribPointer(place, 3, gl.FLOAT, false, 0, 0);
  const turn = gl.getUniformLocation(program, 'turn');

  return {
    /** @param {number} blades @param {number} degrees */
    draw(blades, degrees) {
      gl.bufferData(gl.ARRAY_BUFFER, new Float32Array(cornersOf(blades)), gl.STATIC_DRAW);
      gl.viewport(0, 0, canvas.width, canvas.height);
      gl.clear(gl.COLOR_BUFFER_BIT);
      gl.uniform1f(turn, (degrees * Math.PI) / 180);
      gl.drawArrays(gl.TRIANGLES, 0, blades * 3);
    },
  };
}

/** A triangle for each blade; the third number of a corner says how light it is. */
function cornersOf(blades) {
  const corners = [];
  for (let blade = 0; blade < blades; blade += 1) {
    const from = (blade / blades) * Math.PI * 2;
    const to = from + (Math.PI / blades) * 1.4;
    corners.push(0, 0, 0, Math.cos(from) * 0.9, Math.sin(from) * 0.9, 0, Math.cos(to) * 0.6, Math.sin(to) * 0.6, 1);
  }
  return corners;
}
