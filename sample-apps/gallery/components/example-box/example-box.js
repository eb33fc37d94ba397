/** One example of a page, under a few words that say what it shows. */
Component({
  properties: { title: String, flush: Boolean },
});
