/* Explore a table: choose, see the chart and the rows change, take them along. The rows came as a script, so that it works from
   a folder of files. Each mark of the chart is one published row: nothing is added, averaged or filled in. A hidden figure stays
   a hatched mark. The choice is in the address (codes only: nobody types anything); nothing is stored or sent. */
(function () {
  "use strict";
  var table = window.CELOSIA_TABLE, form = document.getElementById("explorar");
  if (!table || !form) return;
  var lang = document.documentElement.lang, said = form.dataset, time = said.time;
  var status = form.querySelector("[role=status]"), chart = document.getElementById("explore-chart");
  var body = document.querySelector("#explore-table tbody"), share = document.getElementById("explore-link");
  var heads = list("#explore-table th"), fields = list("select", form);
  var breaks = said.breaks.split(" ").filter(Boolean).map(Number);
  var SERIES = 4, BARS = 60, LONGEST = 500, SVG = "http://www.w3.org/2000/svg";
  var ABSENT = { Q: 1, O: 1, L: 1, M: 1 }, TENTATIVE = { P: 1, E: 1 };
  var ABOUT = { aprox: "\u2248", "cerca de": "\u2248", casi: "\u2248", "m\u00e1s de": ">", "al menos": "\u2265" };

  function list(selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); }
  function field(name) { return fields.find(function (one) { return one.name === name; }); }
  function unique(values) { return Array.from(new Set(values)); }
  function fill(text, n) { return text.replace("{n}", number(n)); }
  function made(name, kind, text) {
    var part = document.createElement(name);
    if (kind) part.className = kind;
    if (text !== undefined) part.textContent = text;
    return part;
  }

  /* ---------------------------------------------------------------- what the codes say */
  var words = {}, marks = {}, dimensions = [], order = {};
  list("[data-words]").forEach(function (dl) {
    var known = words[dl.dataset.words] = {};
    list("dt", dl).forEach(function (dt, place) {
      known[dt.textContent] = { node: dt.nextElementSibling, place: place };
    });
  });
  fields.forEach(function (one) {
    var name = time && one.name === time + "-from" ? time : one.name, known = words[name] = {};
    list("option", one).forEach(function (option, place) {
      var node = made("div");
      node.append(made("span", "", option.textContent));
      node.firstChild.lang = option.lang;
      known[option.value] = { node: node, place: place };
    });
  });
  list("[data-mark]").forEach(function (one) {
    marks[one.dataset.mark] = { sign: one.querySelector("dt").textContent, says: one.dataset.says };
  });
  table.columns.forEach(function (column) {
    if (column.role === "dimension") dimensions.push(column.name);
    order[column.name] = function (row) { var told = word(column.name, row); return told ? told.place : 9999; };
  });
  function column(concept) { return (table.columns.find(function (one) { return one.concept === concept; }) || {}).name; }
  function word(name, row) { return words[name] && words[name][String(row[name])]; }
  function label(name, row) {
    var told = word(name, row);
    if (told) return told.node.firstElementChild.textContent;
    return row[name] === null ? "" : String(row[name]);
  }
  var source = column("source"), qualifier = column("qualifier"), identifier = column("identifier");

  /* ---------------------------------------------------------------- numbers and periods */
  function number(value) {
    var parts = String(value).split(".");
    parts[0] = parts[0].replace(/\B(?=(\d{3})+$)/g, lang === "es" ? "\u202f" : ",");
    return parts.join(lang === "es" ? "," : ".");
  }
  function measure() { return field("value-of").value; }
  function mark(row) { return row[measure() + ".OBS_STATUS"]; }
  function isHidden(row) { return mark(row) === "Q"; }
  function value(row) { return ABSENT[mark(row)] || typeof row[measure()] !== "number" ? null : row[measure()]; }
  function sign(row) { return marks[mark(row)] ? marks[mark(row)].sign : ""; }
  function figure(row) {
    var unit = table.columns.find(function (one) { return one.name === measure(); }).unit;
    if (value(row) === null) return sign(row);
    var told = (qualifier ? ABOUT[row[qualifier]] || "" : "") + number(value(row));
    if (unit === "%") told += lang === "es" ? "\u202f%" : "%";
    return sign(row) ? told + " " + sign(row) : told;
  }
  /* Where a period lies (its middle) and how long it is, in years; a whole year lies on its number. */
  function instant(text, end) {
    var parts = text.split("-").map(Number), months = parts[0] * 12;
    if (parts.length === 1) months += end ? 12 : 0;
    else if (parts.length === 2) months += parts[1] - (end ? 0 : 1);
    else months += parts[1] - 1 + (parts[2] - (end ? 0 : 1)) / 31;
    return months / 12;
  }
  function span(row) {
    var ends = String(row[time]).split("/"), from = instant(ends[0], false), to = instant(ends[ends.length - 1], true);
    return { at: (from + to) / 2 - 0.5, long: to - from, cumulative: Math.floor(to - 0.001) > Math.floor(from) };
  }

  /* ---------------------------------------------------------------- what is chosen */
  function chosen() {
    var first = time && field(time + "-from"), last = time && field(time + "-to");
    var periods = first ? list("option", first).map(function (one) { return one.value; }) : [];
    var rows = table.rows.filter(function (row) {
      return dimensions.every(function (name) {
        if (name === time) {
          var place = periods.indexOf(String(row[time]));
          return !first || (place >= first.selectedIndex && place <= last.selectedIndex);
        }
        return !field(name) || !field(name).value || field(name).value === String(row[name]);
      });
    });
    var by = breakdown(), keys = [by].concat(dimensions.filter(function (name) { return name !== by; }));
    return rows.map(function (row, place) { return { row: row, place: place }; }).sort(function (one, other) {
      return keys.reduce(function (so, name) { return so || order[name](one.row) - order[name](other.row); }, 0) ||
        one.place - other.place;
    }).map(function (one) { return one.row; });
  }
  function breakdown() { return field("group-by") ? field("group-by").value : dimensions[0]; }
  function varying(rows) {
    var by = breakdown();
    return dimensions.filter(function (name) {
      return unique(rows.map(function (row) { return row[name]; })).length > 1;
    }).sort(function (one, other) { return (other === by) - (one === by); });
  }
  /* A new breakdown shows all of its own codes, and of every other dimension the total where the rows have one. */
  function unfold() {
    var by = breakdown(), first = time && field(time + "-from"), last = time && field(time + "-to");
    fields.forEach(function (one) {
      if (dimensions.indexOf(one.name) < 0) return;
      if (one.name === by) one.value = "";
      else if (!one.value) one.value = one.dataset.total || "";
    });
    if (!first) return;
    if (by === time) first.selectedIndex = 0;
    if (by === time || last.selectedIndex < 0) last.selectedIndex = last.options.length - 1;
    else if (first.selectedIndex === 0 && last.selectedIndex === last.options.length - 1) first.selectedIndex = fullest();
    if (by !== time) last.selectedIndex = first.selectedIndex;
  }
  /* Where no row has all these totals at once, everything is shown. */
  function relax() {
    if (chosen().length) return;
    fields.forEach(function (one) { if (dimensions.indexOf(one.name) >= 0) one.value = ""; });
    if (chosen().length || !time || !field(time + "-from")) return;
    field(time + "-from").selectedIndex = 0;
    field(time + "-to").selectedIndex = field(time + "-to").options.length - 1;
  }
  function fullest() {
    var options = list("option", field(time + "-from")), most = 0, best = 0;
    options.forEach(function (option, place) {
      var rows = table.rows.filter(function (row) { return String(row[time]) === option.value; }).length;
      if (rows >= most) { most = rows; best = place; }
    });
    return best;
  }
  function state() {
    var told = new URLSearchParams();
    fields.forEach(function (one) {
      if (!one.options[one.selectedIndex].defaultSelected) told.set(one.name, one.value);
    });
    return told.toString();
  }
  function restore() {
    var asked = new URLSearchParams(location.search);
    fields.forEach(function (one) {
      var wanted = asked.get(one.name), place = list("option", one).findIndex(function (option) { return option.value === wanted; });
      if (asked.has(one.name) && place >= 0) one.selectedIndex = place;
    });
    ordered();
  }
  function ordered(moved) {
    var first = time && field(time + "-from"), last = time && field(time + "-to");
    if (!first || first.selectedIndex <= last.selectedIndex) return;
    if (moved === last) first.selectedIndex = last.selectedIndex; else last.selectedIndex = first.selectedIndex;
  }

  /* ---------------------------------------------------------------- the table */
  function show(rows) {
    var by = breakdown();
    var shown = heads.filter(function (head) { return !("measure" in head.dataset) || head.dataset.column === measure(); });
    shown.sort(function (one, other) { return (other.dataset.column === by) - (one.dataset.column === by); });
    heads.forEach(function (head) { head.remove(); });
    document.querySelector("#explore-table thead tr").append.apply(document.querySelector("#explore-table thead tr"), shown);
    body.textContent = "";
    rows.slice(0, LONGEST).forEach(function (row) {
      var line = made("tr");
      shown.forEach(function (head, place) { line.append(cell(row, head, place === 0)); });
      body.append(line);
    });
  }
  function cell(row, head, first) {
    var name = head.dataset.column, told = word(name, row), part = made(first ? "th" : "td");
    if (first) part.scope = "row";
    if ("measure" in head.dataset) return counted(row, part);
    if (told) part.append(told.node.firstElementChild.cloneNode(true));
    else {
      part.textContent = label(name, row);
      if (head.dataset.lang) part.lang = head.dataset.lang;
    }
    if (first && said.anchor && identifier && /^[\w.:-]+$/.test(row[identifier])) {
      var link = made("a", "", part.textContent.trim());
      link.href = said.anchor + row[identifier];
      part.textContent = "";
      part.append(link);
    }
    return part;
  }
  function counted(row, part) {
    var known = marks[mark(row)];
    part.className = value(row) === null ? "absent" : "number";
    if (value(row) !== null) part.textContent = number(value(row)) + (known ? " " : "");
    if (!known) return part;
    var seen = made("abbr", "sign", known.sign), place = value(row) === null ? part : made("span", "mark");
    seen.title = known.says;
    seen.setAttribute("aria-hidden", "true");
    place.append(seen, made("span", "hidden", " " + known.says));
    if (place !== part) part.append(place);
    return part;
  }

  /* ---------------------------------------------------------------- the chart */
  function draw(name, attributes, root, text) {
    var part = document.createElementNS(SVG, name);
    Object.keys(attributes).forEach(function (key) { part.setAttribute(key, attributes[key]); });
    if (text !== undefined) part.textContent = text;
    if (root) root.append(part);
    return part;
  }
  function wide(text) { return String(text).length * 7.2; }
  function wrapped(text, room) {
    return text.split(" ").reduce(function (lines, part) {
      var longer = lines[lines.length - 1] + " " + part;
      if (wide(longer) <= room) lines[lines.length - 1] = longer; else lines.push(part);
      return lines;
    }, [""]).map(function (line) { return line.trim(); }).filter(Boolean);
  }
  function canvas(width, height) {
    var svg = draw("svg", { role: "img", "aria-labelledby": "explore-title explore-text", width: width, height: height,
      viewBox: "0 0 " + width + " " + height, "class": "plot" });
    var hatch = draw("pattern", { id: "explore-hatch", width: 6, height: 6, patternUnits: "userSpaceOnUse",
      patternTransform: "rotate(45)" }, draw("defs", {}, svg));
    draw("rect", { width: 6, height: 6, "class": "plot__veil" }, hatch);
    draw("path", { d: "M0 0V6", "class": "plot__hatch" }, hatch);
    return svg;
  }
  /* All hidden figures look alike: a box in pixels, not on the scale. */
  function veil(svg, x, y, width, height) {
    draw("rect", { x: x, y: y, width: width, height: height, "class": "plot__hidden", fill: "url(#explore-hatch)" }, svg);
  }
  function top(rows) { return Math.max.apply(null, [1].concat(rows.map(value).filter(function (one) { return one !== null; }))); }
  function steps(highest) {
    var rough = highest / 4, power = Math.pow(10, Math.floor(Math.log(rough) / Math.LN10));
    var step = [1, 2, 2.5, 5, 10].map(function (one) { return one * power; }).find(function (one) { return one >= rough; });
    var found = [0];
    while (found[found.length - 1] < highest) found.push(Number((found[found.length - 1] + step).toPrecision(6)));
    return found;
  }
  function named(row, names) {
    return names.map(function (name) { return label(name, row); }).filter(Boolean).join(" \u00b7 ");
  }

  function bars(rows) {
    var names = varying(rows), width = Math.max(260, chart.clientWidth), highest = top(rows), y = 4, room = width - 10;
    var labels = rows.map(function (row) { return named(row, names); });
    var svg = canvas(width, 10), LINE = 17, THICK = 18;
    rows.forEach(function (row, place) {
      var twice = labels.indexOf(labels[place]) !== labels.lastIndexOf(labels[place]) && source;
      var text = labels[place] + (twice ? " (" + label(source, row) + ")" : "");
      wrapped(text || label(dimensions[0], row), room).forEach(function (line) {
        draw("text", { x: 6, y: y + 13, "class": "plot__text" }, svg, line);
        y += LINE;
      });
      var told = figure(row), end = 0, tentative = TENTATIVE[mark(row)] ? " plot__bar--open" : "";
      if (isHidden(row)) { veil(svg, 0.5, y + 0.5, 48, THICK - 1); end = 48; }
      else if (value(row) !== null) {
        end = Math.max(value(row) > 0 ? 1 : 0, value(row) / highest * (width - wide(told) - 14));
        draw("rect", { x: 0, y: y, width: end, height: THICK, "class": "plot__bar plot--1" + tentative }, svg);
      }
      draw("text", { x: end + 6, y: y + 14, "class": "plot__figure" }, svg, told);
      y += THICK + 10;
    });
    draw("path", { d: "M0.5 0V" + (y - 6), "class": "plot__axis" }, svg);
    svg.setAttribute("height", y);
    svg.setAttribute("viewBox", "0 0 " + width + " " + y);
    return svg;
  }

  var SHAPES = [
    "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z", "M-4 -4H4V4H-4Z", "M0 -5L5 4H-5Z", "M0 -5.5L5.5 0L0 5.5L-5.5 0Z"
  ];
  function series(rows) {
    var names = varying(rows).filter(function (name) { return name !== time; }), found = {};
    rows.forEach(function (row) {
      var key = JSON.stringify(names.map(function (name) { return row[name]; }));
      (found[key] = found[key] || { text: named(row, names), points: [] }).points.push({ row: row, span: span(row) });
    });
    return Object.keys(found).map(function (key) {
      found[key].points.sort(function (one, other) { return one.span.at - other.span.at; });
      return found[key];
    });
  }
  /* A line joins two figures only where nothing lies between them: no missing period, no break, no second figure of the same
     time, no part of a year beside a whole one. */
  function joins(points, place) {
    var one = points[place], other = points[place + 1], gap = other.span.at - one.span.at;
    var alone = points.filter(function (point) { return point.span.at === one.span.at || point.span.at === other.span.at; });
    return value(one.row) !== null && value(other.row) !== null && alone.length === 2 && gap > 0.001 &&
      Math.abs(one.span.long - other.span.long) < 0.01 && gap < one.span.long + 0.02 && mark(other.row) !== "B" &&
      !breaks.some(function (year) { return year - 0.5 > one.span.at && year - 0.5 <= other.span.at; });
  }
  function lines(rows) {
    var found = series(rows), width = Math.max(260, chart.clientWidth), height = width < 500 ? 280 : 360;
    var scale = steps(top(rows)), highest = scale[scale.length - 1];
    var left = wide(number(highest)) + 10, right = 26, head = 22, foot = height - 30;
    var times = unique(rows.map(function (row) { return span(row).at; })).sort(function (a, b) { return a - b; });
    var first = times[0], last = times[times.length - 1];
    function x(at) { return last === first ? (left + width - right) / 2 : left + 14 + (at - first) / (last - first) * (width - right - left - 14); }
    function y(figure) { return foot - figure / highest * (foot - head); }
    var svg = canvas(width, height);
    scale.forEach(function (step) {
      draw("path", { d: "M" + left + " " + y(step) + "H" + width, "class": step ? "plot__grid" : "plot__axis" }, svg);
      draw("text", { x: left - 6, y: y(step) + 4, "text-anchor": "end", "class": "plot__tick" }, svg, number(step));
    });
    ticks(rows, times).reduce(function (taken, tick) {
      var half = wide(tick.text) / 2, at = Math.min(x(tick.at), width - half);
      if (at - half < taken + 6) return taken;
      draw("text", { x: at, y: foot + 20, "text-anchor": "middle", "class": "plot__tick" }, svg, tick.text);
      return at + half;
    }, 0);
    breaks.forEach(function (year) {
      if (year - 0.5 > first && year - 0.5 <= last) draw("path", { d: "M" + x(year - 0.5) + " " + head + "V" + foot, "class": "plot__break" }, svg);
    });
    var taken = [];
    found.forEach(function (one, place) { stroke(svg, one, place + 1, x, y); });
    found.forEach(function (one, place) { dots(svg, one, place + 1, x, y, taken); });
    found.forEach(function (one) { numbers(svg, one, x, y, taken, width); });
    key(found);
    return svg;
  }
  /* Years by their number; the words of anything finer only where it is of two years at most. */
  function ticks(rows, times) {
    var fine = times[times.length - 1] - times[0] < 2 && rows.every(function (row) { return span(row).long < 0.99; });
    return fine
      ? times.map(function (at) {
          return { at: at, text: label(time, rows.find(function (row) { return span(row).at === at; })) };
        })
      : unique(times.map(Math.round)).filter(function (year) { return year >= times[0] - 0.01 && year <= times[times.length - 1] + 0.01; })
          .map(function (year) { return { at: year, text: String(year) }; });
  }
  function stroke(svg, one, hue, x, y) {
    var points = one.points.filter(isWhole).filter(isNew);
    points.forEach(function (point, place) {
      var next = points[place + 1];
      if (!next) return;
      var ends = "M" + x(point.span.at) + " " + y(value(point.row)) + "L" + x(next.span.at) + " " + y(value(next.row));
      if (joins(points, place)) {
        var dashed = TENTATIVE[mark(point.row)] || TENTATIVE[mark(next.row)] ? " plot__line--open" : "";
        draw("path", { d: ends, "class": "plot__line plot--" + hue + dashed }, svg);
      } else if (point.span.at === next.span.at && value(point.row) !== null && value(next.row) !== null) {
        draw("path", { d: ends, "class": "plot__span" }, svg);
      }
    });
  }
  /* Sources that say the same of the same time are one figure. */
  function isNew(point, place, points) {
    return points.findIndex(function (other) {
      return other.span.at === point.span.at && value(other.row) === value(point.row);
    }) === place;
  }
  /* A part of a year is none of the series of whole years. */
  function isWhole(point) { return !hasYears || point.span.long > 0.99; }
  function dots(svg, one, hue, x, y, taken) {
    one.points.forEach(function (point) {
      var at = x(point.span.at), row = point.row;
      if (isHidden(row)) veil(svg, at - 7, y(0) - 26, 14, 26);
      else if (value(row) !== null) {
        taken.push([at - 5, at + 5, y(value(row)) - 5, y(value(row)) + 5]);
        var open = TENTATIVE[mark(row)] || !isWhole(point) ? " plot__dot--open" : "";
        draw("path", { d: SHAPES[hue - 1], transform: "translate(" + at + " " + y(value(row)) + ")" + (one.points.length > 30 ? " scale(0.5)" : ""),
          "class": "plot__dot plot--" + hue + open }, svg);
      }
    });
  }
  /* Figures where they do not run into each other: every mark without a figure, then the last, the first and the others. */
  function numbers(svg, one, x, y, taken, width) {
    var ranked = one.points.filter(function (point) { return value(point.row) === null; });
    var others = one.points.filter(function (point) { return value(point.row) !== null; });
    ranked = ranked.concat(others.slice(-1), others.slice(0, 1), others.slice(1, -1));
    unique(ranked).forEach(function (point) {
      var text = figure(point.row), half = wide(text) / 2, at = Math.min(Math.max(x(point.span.at), half), width - half);
      var line = (value(point.row) === null ? y(0) - (isHidden(point.row) ? 30 : 4) : y(value(point.row)) - 9);
      var box = [at - half, at + half, line - 12, line + 2];
      if (taken.some(function (other) { return box[0] < other[1] && other[0] < box[1] && box[2] < other[3] && other[2] < box[3]; })) return;
      taken.push(box);
      draw("text", { x: at, y: line, "text-anchor": "middle", "class": "plot__figure" }, svg, text);
    });
  }
  function key(found) {
    if (found.length < 2) return;
    found.forEach(function (one, place) {
      var item = made("li"), svg = draw("svg", { width: 16, height: 16, viewBox: "-8 -8 16 16", "aria-hidden": "true" });
      draw("path", { d: SHAPES[place], "class": "plot__dot plot--" + (place + 1) }, svg);
      item.append(svg, " " + one.text);
      document.getElementById("explore-key").append(item);
    });
  }

  /* ---------------------------------------------------------------- the selection as a file */
  /* A cell that a spreadsheet would take for a formula begins with an apostrophe instead. */
  function safe(cell) {
    var text = cell === null || cell === undefined ? "" : String(cell);
    if (typeof cell !== "number" && /^[=+\-@\t\r]/.test(text)) text = "'" + text;
    return /[",\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  }
  function csv(rows) {
    var names = Object.keys(table.rows[0]), address = document.querySelector("link[rel=canonical]").href;
    var query = state(), common = {
      "dataset": table.dataset, "version": table.version, "license": table.license.name || table.license.title,
      "dataset.url": table.landing_page, "selection.url": address + (query ? "?" + query : "")
    };
    var added = Object.keys(common), wanted = names.concat(source ? ["source.title"] : [], added.map(function (name) {
      return name.indexOf(".") < 0 ? "celosia." + name : name;
    }));
    return [wanted].concat(rows.map(function (row) {
      var told = source && word(source, row), title = told ? told.node.textContent.replace(/\s+/g, " ").trim() : "";
      return names.map(function (name) { return row[name]; })
        .concat(source ? [title] : [], added.map(function (name) { return common[name]; }));
    })).map(function (line) { return line.map(safe).join(","); }).join("\n") + "\n";
  }
  function take() {
    var link = made("a"), address = URL.createObjectURL(new Blob([csv(chosen())], { type: "text/csv;charset=utf-8" }));
    link.href = address;
    link.download = [table.dataset, table.id, table.version, lang === "es" ? "seleccion" : "selection"].join("-") + ".csv";
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(address); }, 1000);
  }

  /* ---------------------------------------------------------------- all of it */
  var hasYears = !!time && table.rows.some(function (row) { return span(row).long > 0.99; });
  function isLine(rows) {
    return !!time && breakdown() === time && varying(rows).indexOf(time) >= 0 && series(rows).length <= SERIES &&
      !rows.some(function (row) { return span(row).cumulative; });
  }
  function told() {
    return fields.filter(function (one) { return one.value && one.name !== "value-of" && one.name !== "group-by"; })
      .map(function (one) { return one.parentNode.firstElementChild.textContent + ": " + one.options[one.selectedIndex].textContent; });
  }
  /* Of the changes in how things are counted, those of the years that are shown. */
  function recount(rows) {
    var all = list("#explore-breaks [data-break]"), spans = rows.map(span);
    all.forEach(function (one) {
      var year = Number(one.dataset.break);
      one.hidden = !spans.length || spans.every(function (any) { return year + 0.49 < any.at - any.long / 2; }) ||
        spans.every(function (any) { return year - 0.49 > any.at + any.long / 2; });
    });
    if (all.length) all[0].parentNode.hidden = all.every(function (one) { return one.hidden; });
  }
  function update(event) {
    if (event && event.target && event.target.name === "group-by") { unfold(); relax(); }
    if (event && event.target) ordered(event.target);
    var rows = chosen(), line = isLine(rows), hidden = rows.filter(isHidden).length, some = rows;
    document.getElementById("explore-key").textContent = "";
    chart.textContent = "";
    var title = field("value-of").options[field("value-of").selectedIndex].textContent;
    if (field("group-by")) {
      var by = field("group-by").options[field("group-by").selectedIndex].textContent;
      title = said.title.replace("{figure}", title).replace("{column}", by.charAt(0).toLowerCase() + by.slice(1));
    }
    document.getElementById("explore-title").textContent = title;
    var message = [rows.length ? fill(rows.length === 1 ? said.one : said.many, rows.length) : said.none];
    if (hidden) message.push(fill(said.hidden, hidden));
    if (rows.length) {
      message.push(line ? said.lines : said.bars);
      if (!line && rows.length > BARS) { some = rows.slice(0, BARS); message.push(fill(said.first, BARS)); }
      if (rows.length > LONGEST) message.push(fill(said.long, LONGEST));
      document.getElementById("explore-text").textContent =
        (line ? said.lines : said.bars) + " " + told().map(function (one) { return one + ". "; }).join("") + said.same;
      chart.append(line ? lines(some) : bars(some));
    } else document.getElementById("explore-text").textContent = said.none;
    recount(rows);
    show(rows);
    document.getElementById("explore-take").disabled = !rows.length;
    share.href = state() ? "?" + state() : "index.html";
    if (!event) return;
    status.textContent = message.join(" ");
    if (event.target && location.protocol !== "file:") {
      history.replaceState(null, "", (state() ? "?" + state() : location.pathname) + location.hash);
    }
  }
  form.addEventListener("change", update);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function (event) { setTimeout(function () { update({ target: form, type: event.type }); }); });
  document.getElementById("explore-take").addEventListener("click", take);
  var width = 0;
  window.addEventListener("resize", function () { if (chart.clientWidth !== width) { width = chart.clientWidth; update(); } });
  restore();
  if (!location.search) relax();
  update({});
  width = chart.clientWidth;
})();
