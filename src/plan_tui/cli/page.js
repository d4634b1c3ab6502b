// Keys go to the application as soon as it is there, without a click first.
const opened = new MutationObserver(() => {
  if (document.body.classList.contains("-first-byte")) {
    opened.disconnect();
    document.querySelector("textarea").focus();
  }
});
opened.observe(document.body, { attributes: true });
