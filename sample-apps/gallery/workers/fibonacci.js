/**
 * @param {number} forks
 * @returns {number}
 */
function fibonacci(forks) {
  return forks < 2 ? forks : fibonacci(forks - 1) + fibonacci(forks - 2);
}

module.exports = { fibonacci };
