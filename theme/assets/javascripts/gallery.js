// Photos open in a window of the page: arrows, Home, End, swipe, Esc. Without it each leads to its file.
// Classic, not a module: browsers refuse modules from file://, where a fair's own screen shows the site.
(() => {
  "use strict";
  const dialog = document.querySelector(".lightbox");
  const links = [...document.querySelectorAll("a:is(.zoom, .zoom-text)")];
  if (!dialog?.showModal || !links.length) return;
  const [close, back, on] = dialog.querySelectorAll("button");
  const caption = dialog.querySelector("figcaption");
  let here = 0;
  let from = null;

  // A new picture each time: the one before never stands under the words of this one.
  const show = (number) => {
    here = (number + links.length) % links.length;
    const figure = links[here].closest("figure");
    const small = figure.querySelector("img");
    const large = new Image();
    for (const name of ["alt", "srcset", "width", "height"]) large[name] = small[name];
    for (const name of ["width", "height"]) large.setAttribute(name, small.getAttribute(name));
    large.sizes = "100vw";
    large.src = links[here].href;
    dialog.querySelector("img")?.remove();
    caption.before(large);
    caption.replaceChildren(...(figure.querySelector("figcaption")?.cloneNode(true).childNodes ?? []));
    caption.querySelector("a")?.remove();
    dialog.querySelector("[role=status]").textContent = `${here + 1} / ${links.length}`;
  };

  const keys = {
    ArrowLeft: () => show(here - 1),
    ArrowRight: () => show(here + 1),
    Home: () => show(0),
    End: () => show(links.length - 1),
  };

  links.forEach((link, number) =>
    link.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return; // a tab of its own was asked for
      event.preventDefault();
      show(number);
      dialog.showModal();
    }),
  );
  back.hidden = on.hidden = links.length < 2;
  back.addEventListener("click", keys.ArrowLeft);
  on.addEventListener("click", keys.ArrowRight);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => links[here].focus());
  dialog.addEventListener("click", (event) => event.target.closest("img, button, figcaption") || dialog.close());
  dialog.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  dialog.addEventListener("touchstart", ({ touches }) => (from = touches.length > 1 ? null : touches[0]), {
    passive: true,
  });
  dialog.addEventListener("touchend", ({ changedTouches: [to] }) => {
    if (!from || visualViewport?.scale > 1.1) return;
    const [x, y] = [to.clientX - from.clientX, to.clientY - from.clientY];
    from = null;
    if (Math.abs(x) > 40 && Math.abs(x) > 2 * Math.abs(y)) show(here + (x < 0 ? 1 : -1));
  });
})();
