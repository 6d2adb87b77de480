/* Search: over an index that comes as scripts, part by part, when a word asks for it (so that it works from a folder of
   files too). Accents, plurals and the words that people use are all one. What is typed stays in the page: it is in no
   address, is kept nowhere and is sent to nobody; only the parts in which its first letters may be are asked for. */
(function () {
  "use strict";
  var form = document.getElementById("buscador"), index = window.CELOSIA_SEARCH;
  if (!form || !index) return;
  var lists = document.getElementById("search-lists"), results = document.getElementById("resultados");
  var more = document.getElementById("more-results"), status = form.querySelector("[role=status]");
  var STEP = 10, PARTS = 3, BEGUN = 0.5, ENOUGH = 0.4, MOST_WORDS = 12;
  var folder = form.dataset.index.replace(/index\.js$/, "");
  var names = {}, bounds = {}, parts = {}, ticket = 0, shown = 0, last = null, queue = Promise.resolve();

  /* Words: as they were cut when the index was made. */
  var joins = index.joins.map(compiled("g")), stems = index.stems.map(compiled("")), empty = new Set(index.empty.split(" "));
  function compiled(flags) {
    return function (rule) { return [new RegExp(rule[0], flags), rule[1]]; };
  }
  function split(text) {
    joins.forEach(function (rule) { text = text.replace(rule[0], rule[1]); });
    var words = text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").match(/[a-z0-9]+/g) || [];
    return Array.from(new Set(words)).filter(function (word) { return !empty.has(word); }).slice(0, MOST_WORDS);
  }
  function stem(word) {
    if (word.length < index.shortest || /\d/.test(word)) return word;
    for (var n = 0; n < stems.length; n++) if (stems[n][0].test(word)) return word.replace(stems[n][0], stems[n][1]);
    return word;
  }

  /* Parts of the index: each is asked for once. */
  function part(name) {
    parts[name] = parts[name] || new Promise(function (done, failed) {
      var script = document.createElement("script");
      script.src = folder + name + ".js?v=" + index.version;
      script.onload = function () { done(window["CELOSIA_SEARCH_" + name]); };
      script.onerror = function () { delete parts[name]; failed(new Error(name)); };
      document.head.append(script);
    });
    return parts[name];
  }
  /* The last of some ordered values that is not after one. */
  function at(values, one) {
    var low = 0, high = values.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (values[middle] <= one) low = middle + 1; else high = middle;
    }
    return low - 1;
  }
  /* What a word leads to: its own entries, and those of the words that begin with it, which count for less. */
  function look(word) {
    var root = stem(word), first = Math.max(0, at(index.words, root)), wanted = [];
    for (var n = first; n < index.words.length && wanted.length < PARTS; n++) {
      if (n === first || index.words[n].indexOf(root) === 0) wanted.push(part("w" + n));
    }
    return Promise.all(wanted).then(function (found) {
      var kept = [];
      found.forEach(function (one) {
        one.stems = one.stems || one.k.split(" ");
        one.found = one.found || one.p.split(" ");
        for (var place = Math.max(0, at(one.stems, root)); place < one.stems.length; place++) {
          var known = one.stems[place];
          if (known === root) kept.push([one.found[place], 1]);
          else if (known.indexOf(root) === 0 && root.length > 1 && !/^\d+$/.test(root)) kept.push([one.found[place], BEGUN]);
          else if (known > root) break;
        }
      });
      return decode(kept);
    });
  }
  var points = new Float64Array(128);
  for (var letter = 0; letter < index.points.length; letter++) points[index.points.charCodeAt(letter)] = letter + 1;
  /* The points that each entry has by a word. */
  function decode(word) {
    var best = new Float64Array(index.size);
    word.forEach(function (one) {
      for (var text = one[0], worth = one[1], n = 0, place = -1, step = 0; n < text.length; n++) {
        var code = text.charCodeAt(n);
        if (code < 58) { step = step * 10 + code - 48; continue; }
        place += step;
        step = 0;
        if (points[code] * worth > best[place]) best[place] = points[code] * worth;
      }
    });
    return best;
  }

  /* Most points first (a rare word is worth more, so are the first ones, and what lacks words loses much), then the order of
     the index. Whoever fits is one number to sort by: how many points, which entry. Shown is what has all words, and what has
     a good part of them. */
  function rank(found, range) {
    var sum = new Float64Array(index.size), had = new Float64Array(index.size), hits = new Uint8Array(index.size);
    var all = 0, best = 0, keys = [], place;
    found.forEach(function (own, order) {
      var count = 0;
      for (place = 0; place < index.size; place++) count += own[place] > 0;
      var worth = Math.log(1 + index.size / (count || 1)) * (1 + 0.5 / (order + 1));
      all += worth;
      for (place = range[0]; place < range[1]; place++) {
        if (!own[place]) continue;
        sum[place] += own[place] * worth;
        had[place] += worth;
        hits[place]++;
      }
    });
    for (place = range[0]; place < range[1]; place++) {
      if (hits[place] < found.length) sum[place] *= Math.pow(had[place] / all, 2);
      best = Math.max(best, sum[place]);
    }
    for (place = range[0]; place < range[1]; place++) {
      if (hits[place] === found.length || sum[place] > best * ENOUGH) {
        keys.push(Math.round(sum[place] * 64) * 131072 + 131071 - place);
      }
    }
    return Float64Array.from(keys).sort().reverse().map(function (key) { return 131071 - key % 131072; });
  }

  function made(name, kind, text) {
    var element = document.createElement(name);
    element.className = kind;
    element.textContent = text;
    return element;
  }
  function section(place) {
    return index.sections.find(function (one) { return place < one[2]; })[0];
  }
  function card(place, entry, missing) {
    var item = made("li", "card ficha", ""), head = made("h2", "card__title", ""), link = made("a", "", entry.t);
    link.href = form.dataset.up + entry.u;
    if (entry.l) link.lang = entry.l;
    head.append(link);
    item.append(made("p", "card__kicker", names[section(place)] || ""), head, made("p", "card__summary", entry.x));
    if (missing.length) item.append(made("p", "card__missing", form.dataset.missing + " " + missing.join(", ")));
    return item;
  }
  /* The words that an entry lacks. */
  function lacking(words, found) {
    return function (place) { return words.filter(function (_, n) { return !found[n][place]; }); };
  }
  /* The next results, each as soon as its part and all before it are there. Settles with the first of them, which comes after
     `begun`; the others follow. */
  function show(begun) {
    var some = last.order.slice(shown, shown + STEP), missing = lacking(last.words, last.found), mine = ticket;
    var wanted = Array.from(some, function (place) { return at(index.entries, place); });
    var given = wanted.map(function (number) { return part("e" + number); });
    var cards = given.map(function (_, n) {
      queue = Promise.all([given[n], queue]).then(function (both) {
        if (mine !== ticket) return;
        if (!n) begun();
        results.append(card(some[n], both[0].entries[some[n] - index.entries[wanted[n]]], missing(some[n])));
        if (n + 1 === some.length) settle();
      });
      return queue;
    });
    shown += some.length;
    more.hidden = true;
    results.setAttribute("aria-busy", "true");
    queue.catch(fail(mine));
    return cards.length ? cards[0] : Promise.resolve().then(begun).then(settle);
  }
  function settle() {
    results.removeAttribute("aria-busy");
    more.hidden = shown >= last.order.length;
  }
  function tell(message, number) {
    status.textContent = message.replace("{n}", new Intl.NumberFormat(document.documentElement.lang).format(number));
  }
  function search() {
    var words = split(form.q.value), chosen = form.section.value, mine = ++ticket;
    if (!words.length && !chosen) {
      results.textContent = status.textContent = "";
      results.removeAttribute("aria-busy");
      lists.hidden = false;
      more.hidden = true;
      return Promise.resolve();
    }
    return Promise.all(words.map(look)).then(function (found) {
      if (mine !== ticket) return null;
      last = { words: words, found: found, order: rank(found, chosen ? bounds[chosen] : [0, index.size]) };
      shown = 0;
      queue = Promise.resolve();
      return show(function () {
        var number = last.order.length;
        results.textContent = "";
        tell(!number ? form.dataset.none : number === 1 ? form.dataset.one : form.dataset.many, number);
        lists.hidden = number > 0;
      });
    }).catch(fail(mine));
  }
  function fail(mine) {
    return function () {
      if (mine !== ticket) return;
      results.textContent = "";
      results.removeAttribute("aria-busy");
      lists.hidden = false;
      more.hidden = true;
      tell(form.dataset.failed, 0);
    };
  }

  index.sections.forEach(function (one) { bounds[one[0]] = [one[1], one[2]]; });
  Array.from(form.section.options).forEach(function (option) {
    names[option.value] = option.textContent;
    if (option.value && !bounds[option.value]) option.remove();
  });
  var asked = new URLSearchParams(location.search).get("section");
  if (bounds[asked]) form.section.value = asked;

  form.q.addEventListener("input", search);
  form.section.addEventListener("change", function () {
    if (location.protocol !== "file:") {
      history.replaceState(null, "", form.section.value ? "?section=" + form.section.value : location.pathname);
    }
    search();
  });
  more.addEventListener("click", function () {
    var before = shown;
    show(function () {}).then(function () { results.children[before].querySelector("a").focus(); });
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    search().then(function () {
      var first = results.querySelector("a");
      if (first) first.focus();
    });
  });
  search();
})();
