(function () {
  "use strict";
  var SHOWN = 50;
  var input = document.getElementById("words"), list = document.getElementById("results");
  var found = document.getElementById("found");

  // Width, case and the kind of kana do not matter.
  function fold(text) {
    return text.normalize("NFKC").toLowerCase().replace(/[\u3041-\u3096]/g, function (letter) {
      return String.fromCharCode(letter.charCodeAt(0) + 0x60);
    });
  }

  var entries = SEARCH_INDEX.map(function (entry) {
    return { href: entry[0], title: entry[1], text: entry[2], head: fold(entry[1]), all: fold(entry.slice(1).join(" ")) };
  });

  function rank(entry, words) {
    return words.filter(function (word) { return entry.head.indexOf(word) < 0; }).length;
  }

  function search() {
    var words = fold(input.value).split(/\s+/).filter(Boolean);
    list.textContent = "";
    if (!words.length) { found.textContent = ""; return; }
    var hits = entries.filter(function (entry) {
      return words.every(function (word) { return entry.all.indexOf(word) >= 0; });
    });
    hits.sort(function (one, other) { return rank(one, words) - rank(other, words); });
    found.textContent = hits.length + " " + found.dataset.found +
      (hits.length > SHOWN ? " (" + found.dataset.first + ")" : "");
    hits.slice(0, SHOWN).forEach(function (entry) {
      var item = document.createElement("li"), link = document.createElement("a");
      link.href = entry.href;
      link.textContent = entry.title;
      item.append(link, " " + entry.text);
      list.append(item);
    });
  }

  input.addEventListener("input", search);
  // index.html?q=... shows the results of a search.
  input.value = new URLSearchParams(location.search).get("q") || "";
  search();
})();
