/* What makes a page easier to use, and is missed by nobody where scripts are off: filters, sorting, copying, interactive
   charts on request. No dependency, no storage, no request that the reader did not ask for. */
(function () {
  "use strict";
  var lang = document.documentElement.lang;
  var collator = new Intl.Collator(lang, { numeric: true, sensitivity: "base" });

  function each(selector, action, root) {
    Array.prototype.forEach.call((root || document).querySelectorAll(selector), action);
  }
  function fold(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  /* Lists: facets go into the address, so that a choice can be linked to; words that somebody types never do. */
  function filter(form) {
    var list = document.getElementById(form.dataset.filter);
    var entries = Array.prototype.slice.call(list.querySelectorAll("[data-entry]"));
    if (!entries.length) entries = Array.prototype.slice.call(list.children);
    var texts = entries.map(function (entry) { return fold(entry.textContent); });
    var status = form.querySelector("[role=status]");
    var more = form.querySelector("details");
    var asked = new URLSearchParams(location.search);

    Array.prototype.forEach.call(form.elements, function (field) {
      if (field.tagName === "SELECT" && asked.has(field.name)) field.value = asked.get(field.name);
      if (field.tagName === "SELECT" && field.selectedIndex < 0) field.value = "";
    });
    if (more && location.search) more.open = true;

    function fits(entry, text, chosen) {
      return Object.keys(chosen).every(function (name) {
        if (name === "q") return fold(chosen.q).split(/\s+/).every(function (word) { return text.indexOf(word) >= 0; });
        return (entry.getAttribute("data-" + name) || "").split(" ").indexOf(chosen[name]) >= 0;
      });
    }
    function apply(event) {
      var chosen = {}, address = new URLSearchParams(), shown = 0;
      Array.prototype.forEach.call(form.elements, function (field) {
        if (!field.name || !field.value) return;
        chosen[field.name] = field.value;
        if (field.tagName === "SELECT") address.set(field.name, field.value);
      });
      entries.forEach(function (entry, place) {
        entry.hidden = !fits(entry, texts[place], chosen);
        shown += entry.hidden ? 0 : 1;
      });
      each("[data-group]", function (group) { group.hidden = !group.querySelector("[data-entry]:not([hidden])"); }, list);
      var message = shown === 0 ? form.dataset.none : shown === 1 ? form.dataset.one : form.dataset.many;
      status.textContent = message.replace("{n}", shown).replace("{t}", entries.length);
      if (event && location.protocol !== "file:") {
        history.replaceState(null, "", (address.toString() ? "?" + address : location.pathname) + location.hash);
      }
    }
    form.addEventListener("input", apply);
    form.addEventListener("reset", function (event) {
      setTimeout(function () { each("select", function (field) { field.value = ""; }, form); form.q.value = ""; apply(event); });
    });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    apply();
  }

  /* Tables: numbers and dates by their value, words as the language sorts them. */
  function sortable(table) {
    each("thead th", function (head, place) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.setAttribute("aria-label", table.dataset.sortable.replace("{column}", head.textContent.trim()));
      head.append(button);
      button.addEventListener("click", function () {
        var down = head.getAttribute("aria-sort") === "ascending", body = table.tBodies[0];
        each("th[aria-sort]", function (other) { other.removeAttribute("aria-sort"); }, table);
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        Array.prototype.slice.call(body.rows).sort(function (one, other) {
          return compare(one.cells[place], other.cells[place], head.classList.contains("number"), down ? -1 : 1);
        }).forEach(function (row) { body.append(row); });
      });
    }, table);
  }
  /* A cell without a figure is neither low nor high: it stands last whichever way the others go. */
  function compare(one, other, numeric, way) {
    if (!numeric) return collator.compare(one.dataset.v || one.textContent, other.dataset.v || other.textContent) * way;
    var lacks = (one.dataset.v === undefined) - (other.dataset.v === undefined);
    return lacks || (one.dataset.v - other.dataset.v || 0) * way;
  }

  /* A citation is given the day on which it is copied. */
  var today = new Intl.DateTimeFormat(lang, { dateStyle: "long" });
  function copyable(button) {
    if (!navigator.clipboard) { button.hidden = true; return; }
    button.addEventListener("click", function () {
      var text = document.getElementById(button.dataset.copy);
      each("[data-today]", function (day) { day.textContent = today.format(new Date()); }, text);
      navigator.clipboard.writeText(text.innerText).then(function () { button.textContent = button.dataset.done; });
    });
  }

  /* Charts: the drawing is a picture until somebody asks for more; only then is Vega fetched. */
  var loading;
  function vega(address) {
    loading = loading || new Promise(function (done, failed) {
      var script = document.createElement("script");
      script.src = address;
      script.onload = done;
      script.onerror = function () { loading = null; failed(new Error(address)); };
      document.head.append(script);
    });
    return loading;
  }
  function interactive(button) {
    var figure = button.closest("figure"), canvas = figure.querySelector("[data-spec]");
    if (location.protocol === "file:") { button.hidden = true; return; }
    button.addEventListener("click", function () {
      button.disabled = true;
      Promise.all([
        vega(canvas.dataset.bundle),
        fetch(canvas.dataset.spec).then(function (answer) { return answer.json(); })
      ]).then(function (ready) { return embed(canvas, ready[1]); }).then(function () {
        button.hidden = true;
        canvas.focus();
      }).catch(function () { button.disabled = false; });
    });
  }
  function embed(canvas, spec) {
    var picture = canvas.querySelector("img"), alternative = picture.alt, stage = document.createElement("div");
    stage.className = "figure__stage";
    canvas.append(stage);
    var options = {
      mode: "vega", ast: true, renderer: "svg", actions: false, defaultStyle: false,
      tooltip: function (handler, event, mark, value) { balloon(canvas, event, value); }
    };
    return window.vegaEmbed(stage, spec, options).then(function () {
      canvas.querySelector("picture").remove();
      each("[role],[aria-label],[aria-roledescription]", function (part) {
        ["role", "aria-label", "aria-roledescription"].forEach(function (name) { part.removeAttribute(name); });
      }, stage);
      var drawing = stage.querySelector("svg");
      drawing.setAttribute("role", "img");
      drawing.setAttribute("aria-label", alternative);
      canvas.setAttribute("tabindex", "0");
      canvas.setAttribute("role", "group");
      canvas.setAttribute("aria-label", canvas.closest("figure").querySelector(".figure__title").textContent);
      canvas.addEventListener("keydown", function (event) { walk(canvas, stage, event); });
    }, function (failure) { stage.remove(); throw failure; });
  }
  /* With the arrow keys from one mark to the next: what the mouse finds by pointing. */
  function walk(canvas, stage, event) {
    var step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") balloon(canvas, null, null);
    if (!step) return;
    var marks = Array.prototype.filter.call(stage.querySelectorAll(".mark-symbol path, .mark-rect path, .mark-arc path"), told);
    if (!marks.length) return;
    event.preventDefault();
    canvas._place = ((canvas._place === undefined ? (step > 0 ? -1 : 0) : canvas._place) + step + marks.length) % marks.length;
    var mark = marks[canvas._place], box = mark.getBoundingClientRect();
    balloon(canvas, { clientX: box.right, clientY: box.bottom }, told(mark));
  }
  function told(mark) {
    var item = mark.__data__;
    if (Array.isArray(item)) item = item[0];
    return item && item.tooltip;
  }
  function balloon(canvas, event, value) {
    var box = canvas.querySelector(".balloon");
    if (!value || value === "") { if (box) box.remove(); return; }
    if (!box) {
      box = document.createElement("div");
      box.className = "balloon";
      box.setAttribute("role", "status");
      canvas.append(box);
    }
    box.textContent = "";
    (typeof value === "object" ? Object.keys(value).map(function (key) { return key + ": " + value[key]; }) : [String(value)])
      .forEach(function (line) { var part = document.createElement("div"); part.textContent = line; box.append(part); });
    var frame = canvas.getBoundingClientRect();
    box.style.left = Math.max(0, Math.min(event.clientX - frame.left + 12, frame.width - box.offsetWidth)) + "px";
    box.style.top = event.clientY - frame.top + 12 + "px";
  }

  /* A link to something inside a closed part opens it; so does printing. */
  function reveal() {
    var target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (var part = target; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
    if (target && target.closest("details")) target.scrollIntoView();
  }

  /* What was checked when the site was built may have grown old since: the reader's own day tells. */
  function age(part) {
    var day = part.dataset.checked.split("-").map(Number), now = new Date();
    var months = (now.getFullYear() - day[0]) * 12 + now.getMonth() + 1 - day[1] - (now.getDate() <= day[2] ? 1 : 0);
    if (months < 6) return;
    each(".status--checked", function (status) { status.classList.replace("status--checked", "status--stale"); }, part);
    each("[data-age]", function (words) { words.textContent = part.dataset.late; words.className = "late"; }, part);
  }

  each("[data-checked]", age);
  each("form[data-filter]", filter);
  each("table[data-sortable]", sortable);
  each("[data-copy]", copyable);
  each("[data-interactive]", interactive);
  window.addEventListener("hashchange", reveal);
  reveal();
})();
