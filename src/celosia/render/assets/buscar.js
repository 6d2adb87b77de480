/* Search: over an index that came as a script (so that it works from a folder of files). Accents, plurals and the words
   that people use are all one; what is typed stays in the page: it is in no address and is sent to nobody. */
(function () {
  "use strict";
  var form = document.getElementById("buscador"), index = window.CELOSIA_INDEX;
  if (!form || !index) return;
  var spanish = document.documentElement.lang === "es";
  var lists = document.getElementById("search-lists"), results = document.getElementById("resultados");
  var status = form.querySelector("[role=status]"), names = {};
  var SHOWN = 40;

  Array.prototype.forEach.call(form.section.options, function (option) { names[option.value] = option.textContent; });

  var EMPTY = new Set((spanish
    ? "a al con de del el en la las los o para por que se su un una y"
    : "a an and at by for from in of on or the to with").split(" "));
  /* What one word stands for, on top of itself. */
  var SAME = spanish
    ? { menores: "ninas ninos adolescentes menores", menor: "ninas ninos adolescentes menores",
        chicos: "ninas ninos adolescentes", chicas: "ninas ninos adolescentes", infancia: "ninas ninos adolescentes",
        convenio: "acuerdo convenio tratado", tratado: "acuerdo convenio tratado", acuerdo: "acuerdo convenio tratado",
        llamadas: "denuncias orientaciones llamados", llamados: "denuncias orientaciones llamados",
        "145": "145 linea", juicios: "sentencias condenas judicializacion", condenas: "sentencias condenas",
        ley: "ley norma", leyes: "ley norma", plata: "fondo", dinero: "fondo", ayuda: "ayuda asistencia recursos",
        telefono: "linea telefono", peru: "peru", mineria: "laboral", prostitucion: "sexual" }
    : { minors: "girls boys adolescents children minors", children: "girls boys adolescents children minors",
        kids: "girls boys adolescents children", convention: "agreement convention treaty",
        treaty: "agreement convention treaty", agreement: "agreement convention treaty", calls: "reports guidance calls",
        convictions: "sentences convictions", court: "sentences convictions cases", law: "law norm", laws: "law norm",
        money: "fund", help: "help assistance directory", phone: "line telephone" };

  function fold(text) { return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase(); }
  function split(text) { return fold(text).split(/[^a-z0-9]+/).filter(Boolean); }
  function stem(word) {
    if (word.length < 4 || /^\d+$/.test(word)) return word;
    return spanish
      ? word.replace(/ciones$/, "cion").replace(/(es|os|as|s|o|a|e)$/, "")
      : word.replace(/ies$/, "y").replace(/(es|s|e)$/, "");
  }
  function stems(text) { return split(text).map(stem); }

  var entries = index.map(function (entry) {
    return { entry: entry, title: stems(entry.t), rest: stems(entry.x + " " + entry.k) };
  });
  var meanings = {};
  Object.keys(SAME).forEach(function (word) { meanings[stem(word)] = stems(SAME[word]); });

  function weight(known, wanted) {
    var best = 0;
    wanted.forEach(function (one, place) {
      var own = place === 0 ? 1 : 0.7;
      if (known.title.indexOf(one) >= 0) best = Math.max(best, 8 * own);
      else if (known.title.some(function (word) { return word.indexOf(one) === 0; })) best = Math.max(best, 5 * own);
      else if (known.rest.indexOf(one) >= 0) best = Math.max(best, 3 * own);
      else if (known.rest.some(function (word) { return word.indexOf(one) === 0; })) best = Math.max(best, 2 * own);
    });
    return best;
  }
  function find(words, section) {
    var found = entries.filter(function (known) { return !section || known.entry.s === section; }).map(function (known) {
      var points = 0, missing = [];
      words.forEach(function (word) {
        var root = stem(word), own = weight(known, [root].concat(meanings[root] || []));
        if (own) points += own; else missing.push(word);
      });
      return { entry: known.entry, points: points, missing: missing };
    }).filter(function (one) { return !words.length || one.points; });
    var whole = found.filter(function (one) { return !one.missing.length; });
    return (whole.length ? whole : found).sort(function (one, other) {
      return one.missing.length - other.missing.length || other.points - one.points;
    });
  }
  function part(name, kind, text) {
    var made = document.createElement(name);
    made.className = kind;
    made.textContent = text;
    return made;
  }
  function shown(one) {
    var item = part("li", "card ficha", ""), head = part("h2", "card__title", ""), link = part("a", "", one.entry.t);
    link.href = form.dataset.up + one.entry.u;
    head.append(link);
    item.append(part("p", "card__kicker", names[one.entry.s] || ""), head, part("p", "card__summary", one.entry.x));
    if (one.missing.length) item.append(part("p", "card__missing", form.dataset.missing + " " + one.missing.join(", ")));
    return item;
  }
  function search() {
    var words = split(form.q.value).filter(function (word) { return !EMPTY.has(word); }), section = form.section.value;
    results.textContent = "";
    lists.hidden = false;
    status.textContent = "";
    if (!words.length && !section) return;
    var found = find(words, section);
    var message = !found.length ? form.dataset.none : found.length === 1 ? form.dataset.one : form.dataset.many;
    status.textContent = message.replace("{n}", found.length);
    lists.hidden = found.length > 0;
    found.slice(0, SHOWN).forEach(function (one) { results.append(shown(one)); });
  }
  form.addEventListener("input", search);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    search();
    var first = results.querySelector("a");
    if (first) first.focus();
  });
})();
