/* Quick exit: the links work without this; with it, one click or Shift three times blanks the screen at once, leaves the
   address in no history of this tab, and opens a neutral site. Nothing is stored. */
(function () {
  "use strict";
  var LINKS = "[data-salir],[data-salida]", presses = 0, timer = 0, combined = false;

  function tell(number) {
    var status = document.querySelector("[data-salir-estado]"), dots = document.querySelector(".exit__dots");
    if (status) status.textContent = number ? status.dataset["t" + number] : "";
    if (!dots) return;
    dots.hidden = !number;
    Array.prototype.forEach.call(dots.children, function (dot, place) { dot.className = place < number ? "on" : ""; });
  }

  function leave(event) {
    var link = document.querySelector("[data-salir]");
    if (!link) return;
    if (event) event.preventDefault();
    document.title = "\u200b";
    document.documentElement.classList.add("leaving");
    try { window.open(link.href, "_blank", "noopener,noreferrer"); } catch (blocked) { /* one tab is enough */ }
    location.replace(link.href);
  }

  function reset() { presses = 0; clearTimeout(timer); tell(0); }

  document.addEventListener("click", function (event) {
    if (event.target.closest && event.target.closest(LINKS)) leave(event);
  }, true);

  document.addEventListener("keyup", function (event) {
    if (event.key === "Shift" && !combined) {
      presses += 1;
      clearTimeout(timer);
      if (presses === 3) { reset(); leave(); return; }
      tell(presses);
      timer = setTimeout(reset, 5000);
    } else if (presses) {
      reset();
    }
    combined = event.shiftKey;
  }, true);

  window.addEventListener("pageshow", function () { document.documentElement.classList.remove("leaving"); });
})();
