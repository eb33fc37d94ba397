const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** “Friday, 20 November” */
function dayOf(time) {
  const date = new Date(time);
  return `${days[date.getDay()]}, ${date.getDate()} ${months[date.getMonth()]}`;
}

module.exports = { dayOf };
